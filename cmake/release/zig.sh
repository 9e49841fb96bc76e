#!/bin/sh
# zig.sh: installs zig into build/zig, a Python virtual environment. It compiles lambda-cc for macOS and Windows, and tests use it.
# zig.txt pins the version and the sums of its packages, so the compiler is the same on every machine.
set -eu
cd "$(dirname "$0")/../.."
pins=cmake/release/zig.txt
version=$(sed -n 's/^ziglang==\([0-9.]*\).*/\1/p' $pins)
if [ -x build/zig/bin/python-zig ] && [ "$(build/zig/bin/python-zig version)" = "$version" ]; then
  exit
fi
rm -rf build/zig
python3 -m venv build/zig
build/zig/bin/pip --quiet --disable-pip-version-check install --require-hashes --requirement $pins
