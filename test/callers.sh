#!/bin/sh
# callers.sh FOLDER: makes the Python virtual environment FOLDER with the programs that the tests of docs/callers run: Go, node with npm, maturin,
# auditwheel. callers.txt pins their wheels, so they are the same on each machine.
set -eu
[ $# = 1 ] || { echo "callers.sh: error: wants a folder" >&2; exit 2; }
pins=$(cd "$(dirname "$0")" && pwd)/callers.txt
! cmp -s "$pins" "$1/complete" || exit 0
rm -rf "$1"
python3 -m venv "$1"
"$1/bin/pip" --quiet --disable-pip-version-check install --require-hashes --requirement "$pins"
cp "$pins" "$1/complete" # the next call finds it
