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

# The lambda-cc that builds the packages: it is the same on every machine, and so are the packages.
cmake --preset release ${LAMBDA_CC_SOURCES:+-DLAMBDA_CC_SOURCES="$LAMBDA_CC_SOURCES"} >build/configure.log 2>&1 ||
  { cat build/configure.log; exit 1; }
echo "-- building lambda-cc, the sysroots and the libraries; their output is in build/release.log"
{ cmake --build --preset release --target lambda-cc && export LAMBDA_CC_NO_CACHE=1 && sh cmake/sysroots.sh && sh cmake/libraries.sh &&
  cmake --install build/release; } >build/release.log 2>&1 || { tail -n 40 build/release.log; exit 1; }

echo "-- installing zig, which compiles for macOS and Windows"
sh cmake/release/zig.sh >build/release.log 2>&1 || { tail -n 40 build/release.log; exit 1; }
# Nothing of another build is used.
export ZIG_GLOBAL_CACHE_DIR="$PWD/build/zig-cache" ZIG_LOCAL_CACHE_DIR="$PWD/build/zig-cache"

# pack HOST LLVM: adds the packages for HOST. LLVM is the folder of our own clang, or "".
pack() {
  cmake --preset "release-$1" -DLAMBDA_CC_PACKS=ON -DLAMBDA_CC_LLVM="$2" ${LAMBDA_CC_SOURCES:+-DLAMBDA_CC_SOURCES="$LAMBDA_CC_SOURCES"} &&
    cmake --build --preset "release-$1" --target lambda-cc && (cd "build/release-$1" && cpack)
}

for host in x86_64 aarch64 windows-x86_64 macos-arm64 macos-x86_64; do
  echo "-- building LLVM's libraries and lambda-cc for $host hosts, and packing"
  rm -f build/release-$host/*.deb build/release-$host/*.whl build/release-$host/*.tar.xz build/release-$host/*.zip
  { pack $host "" && case $host in
      macos-*) python3 -B cmake/release/macos.py ${host#macos-} build/release-$host/shim/lambda-cc build/release-$host/*.tar.xz build/release-$host/*.whl ;;
      x86_64 | aarch64) [ -n "$tools" ] || { sh cmake/llvm.sh $host && pack $host "$PWD/build/llvm/$host"; } ;;
    esac; } >build/release.log 2>&1 || { tail -n 40 build/release.log; exit 1; }
done
ls -l build/release-*/*.deb build/release-*/*.whl build/release-*/*.tar.xz build/release-*/*.zip
# Formulas have absolute addresses. LAMBDA_CC_URL is the folder from which people download the packages.
python3 -B cmake/release/manifests.py build "${LAMBDA_CC_URL:-file://$PWD/build}"
