#!/bin/sh
# release.sh: the packages for both hosts, in build/release-x86_64 and build/release-aarch64: a tarball, a .deb and a wheel each, built by
# the lambda-cc of this tree. 35 minutes on a machine with two cores, a third of it the sysroots, if there are none.
set -eu
umask 022 # what is packed is for everybody
cd "$(dirname "$0")/.."
sh cmake/packages.sh build release
mkdir -p build

# What builds them: the same for all, and so is what it builds.
cmake --preset release ${LAMBDA_CC_SOURCES:+-DLAMBDA_CC_SOURCES="$LAMBDA_CC_SOURCES"} >build/configure.log 2>&1 ||
  { cat build/configure.log; exit 1; }
echo "-- building lambda-cc and the sysroots; build/release.log has what they say"
{ cmake --build --preset release --target lambda-cc && cmake --build --preset release --target sysroots &&
  cmake --install build/release; } >build/release.log 2>&1 || { tail -n 40 build/release.log; exit 1; }

for host in x86_64 aarch64; do
  echo "-- building LLVM's libraries and lambda-cc for $host hosts, and packing"
  { cmake --preset release-$host ${LAMBDA_CC_SOURCES:+-DLAMBDA_CC_SOURCES="$LAMBDA_CC_SOURCES"} &&
    cmake --build --preset release-$host --target lambda-cc &&
    rm -f build/release-$host/*.deb build/release-$host/*.whl build/release-$host/*.tar.xz &&
    (cd build/release-$host && cpack); } >build/release.log 2>&1 || { tail -n 40 build/release.log; exit 1; }
done
ls -l build/release-*/*.deb build/release-*/*.whl build/release-*/*.tar.xz
