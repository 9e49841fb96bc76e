#!/bin/sh
# test.sh [--all]: all tests, from a fresh clone: installs what they need, and calls test/gate.py, which describes them.
# The last line is `N passed, N failed, N skipped`.
set -eu
cd "$(dirname "$0")/.."

started=$(date +%s)
sh cmake/packages.sh build test
exec python3 -B test/gate.py --started "$started" "$@"
