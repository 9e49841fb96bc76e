#!/bin/sh
# release.sh: builds the packages for both hosts with the lambda-cc of this tree: a tarball, a .deb and a wheel each, in
# build/release-x86_64 and build/release-aarch64. It takes 35 minutes on two cores. A third of that is for the sysroots, if
# they are not built in this folder yet.
set -eu
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

for host in x86_64 aarch64; do
  echo "-- building LLVM's libraries and lambda-cc for $host hosts, and packing"
  { cmake --preset release-$host ${LAMBDA_CC_SOURCES:+-DLAMBDA_CC_SOURCES="$LAMBDA_CC_SOURCES"} &&
    cmake --build --preset release-$host --target lambda-cc &&
    rm -f build/release-$host/*.deb build/release-$host/*.whl build/release-$host/*.tar.xz &&
    (cd build/release-$host && cpack); } >build/release.log 2>&1 || { tail -n 40 build/release.log; exit 1; }
done
ls -l build/release-*/*.deb build/release-*/*.whl build/release-*/*.tar.xz
