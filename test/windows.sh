#!/bin/sh
# windows.sh FOLDER: what the tests by wine need beside lambda-cc.exe, by the zig of build/zig (cmake/release/zig.sh):
#
#   ziglang/zig.exe   the same version for Windows, PyPI's wheel that cmake/release/zig.txt pins
#   as-windows.exe    built of test/windows/Inputs/stand_in.c
set -eu
[ $# = 1 ] || { echo "windows.sh: error: wants a folder" >&2; exit 2; }
root=$(cd "$(dirname "$0")/.." && pwd)
pins=$root/cmake/release/zig.txt source=$root/test/windows/Inputs/stand_in.c
version=$(sed -n 's/^ziglang==\([0-9.]*\).*/\1/p' "$pins")
if [ ! -e "$1/complete-$version" ]; then
  rm -rf "$1"
  mkdir -p "$1"
  "$root/build/zig/bin/pip" --quiet --disable-pip-version-check download --no-deps --only-binary :all: --platform win_amd64 --require-hashes \
    --requirement "$pins" --dest "$1"
  python3 -m zipfile -e "$1"/*.whl "$1"
  rm "$1"/*.whl
  touch "$1/complete-$version"
fi
if [ ! "$1/as-windows.exe" -nt "$source" ]; then
  ZIG_LOCAL_CACHE_DIR=$1/zig-cache "$root/build/zig/bin/python-zig" \
    cc -target x86_64-windows-gnu -O1 -s -municode -Wall -Wextra -Werror "$source" -o "$1/as-windows.exe"
fi
