#!/bin/sh
# windows-zig.sh FOLDER: unpacks the zig for Windows into FOLDER/ziglang: PyPI's wheel of the version that cmake/release/zig.txt pins.
# The tests run its zig.exe by wine. The pip of build/zig fetches it: run cmake/release/zig.sh before.
set -eu
[ $# = 1 ] || { echo "windows-zig.sh: error: wants a folder" >&2; exit 2; }
root=$(cd "$(dirname "$0")/.." && pwd)
pins=$root/cmake/release/zig.txt
version=$(sed -n 's/^ziglang==\([0-9.]*\).*/\1/p' "$pins")
[ ! -e "$1/complete-$version" ] || exit 0
rm -rf "$1"
mkdir -p "$1"
"$root/build/zig/bin/pip" --quiet --disable-pip-version-check download --no-deps --only-binary :all: --platform win_amd64 --require-hashes \
  --requirement "$pins" --dest "$1"
python3 -m zipfile -e "$1"/*.whl "$1"
rm "$1"/*.whl
touch "$1/complete-$version"
