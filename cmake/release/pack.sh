#!/bin/sh
# pack.sh HOST [LLVM]: builds lambda-cc for HOST, and makes its packages in build/release-HOST. LLVM is the folder of our own clang; without it
# the packages run another. Needs `cmake --install build/release`, the sysroots and the libraries.
set -eu
cd "$(dirname "$0")/../.."
cmake --preset "release-$1" -DLAMBDA_CC_PACKS=ON -DLAMBDA_CC_LLVM="${2-}" ${LAMBDA_CC_SOURCES:+-DLAMBDA_CC_SOURCES="$LAMBDA_CC_SOURCES"}
cmake --build --preset "release-$1" --target lambda-cc
cd "build/release-$1"
cpack
