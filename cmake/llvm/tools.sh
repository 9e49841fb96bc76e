#!/bin/sh
# tools.sh SOURCE BUILD: builds TableGen's programs for this machine. The build for each host runs them.
set -eu
source=$1 build=$2
echo "-- llvm: the programs that generate its tables"
# -O1: they run for a minute in all.
cmake -S "$source/llvm" -B "$build" -G Ninja -C "$(dirname "$0")/Settings.cmake" -DCMAKE_C_COMPILER="$CLANG" -DCMAKE_CXX_COMPILER="$CLANGXX" \
  -DCMAKE_C_FLAGS_RELEASE="-O1 -DNDEBUG" -DCMAKE_CXX_FLAGS_RELEASE="-O1 -DNDEBUG -w" -DCMAKE_EXE_LINKER_FLAGS="--ld-path=$LLD" \
  -DLLVM_ENABLE_ZLIB=OFF -DLLVM_ENABLE_ZSTD=OFF >"$build.log" 2>&1 || { tail -n 40 "$build.log"; exit 1; }
ninja -C "$build" llvm-min-tblgen llvm-tblgen clang-tblgen
