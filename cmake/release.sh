#!/bin/sh
# release.sh [--tools]: builds the packages for all hosts: those for Linux with the lambda-cc of this tree, those for macOS and Windows with
# zig. They are in build/release-<host>: a tarball, a .deb and a wheel for Linux, of lambda-cc and of lambda-cc-tools, which lacks our own
# clang and ld.lld, a tarball and a wheel for macOS, a zip and a wheel for Windows. --tools leaves out what has our own clang. On two cores it
# takes an hour, and 75 minutes more for each of the two hosts, unless its clang is built in this folder already (llvm.sh).
set -eu
tools=
[ "$*" != --tools ] || { tools=1 && shift; }
[ $# = 0 ] || { echo "release.sh: error: unexpected arguments: $*" >&2; exit 2; }
umask 022 # everybody can read the packed files
cd "$(dirname "$0")/.."
sh cmake/packages.sh build release
mkdir -p build

# logged COMMAND...: the end of its output is shown if it fails.
logged() {
  "$@" >>build/release.log 2>&1 || { tail -n 40 build/release.log; exit 1; }
}

# not_mixed FOLDER MADE-BY: refuses what build-cache.sh made for two keys. The packages of a commit have the same bytes each time.
not_mixed() {
  ! grep -q mixed "$2" || {
    echo "release.sh: error: $1 may have files of two builds" >&2
    echo ">>> remove it, and run release.sh again" >&2
    exit 1
  }
}
: >build/release.log

echo "-- building lambda-cc, the sysroots and the libraries; their output is in build/release.log, and that of all other steps"
# The lambda-cc that builds the packages: it is the same on every machine, and so are the packages.
logged cmake --preset release ${LAMBDA_CC_SOURCES:+-DLAMBDA_CC_SOURCES="$LAMBDA_CC_SOURCES"}
logged cmake --build --preset release --target lambda-cc
export LAMBDA_CC_NO_CACHE=1
logged sh cmake/sysroots.sh
logged sh cmake/libraries.sh
not_mixed build/sysroots build/sysroots/.build/made-by
not_mixed build/libraries build/libraries/.build/made-by
logged cmake --install build/release

echo "-- installing zig, which compiles for macOS and Windows"
logged sh cmake/release/zig.sh
# Nothing of another build is used.
export ZIG_GLOBAL_CACHE_DIR="$PWD/build/zig-cache" ZIG_LOCAL_CACHE_DIR="$PWD/build/zig-cache"

for host in x86_64 aarch64 windows-x86_64 macos-arm64 macos-x86_64; do
  packed=build/release-$host
  echo "-- building LLVM's libraries and lambda-cc for $host hosts, and packing"
  rm -f $packed/*.deb $packed/*.whl $packed/*.tar.xz $packed/*.zip
  logged sh cmake/release/pack.sh $host
  case $tools:$host in
    *:macos-*) logged python3 -B cmake/release/macos.py ${host#macos-} $packed/shim/lambda-cc $packed/*.tar.xz $packed/*.whl ;;
    :x86_64 | :aarch64)
      echo "-- building our own clang for $host hosts, and packing"
      logged sh cmake/llvm.sh $host
      not_mixed build/llvm/$host build/llvm/.$host/made-by
      logged sh cmake/release/pack.sh $host "$PWD/build/llvm/$host" ;;
  esac
done
ls -l build/release-*/*.deb build/release-*/*.whl build/release-*/*.tar.xz build/release-*/*.zip
# Formulas have absolute addresses. LAMBDA_CC_URL is the folder from which people download the packages.
python3 -B cmake/release/manifests.py build "${LAMBDA_CC_URL:-file://$PWD/build}"
