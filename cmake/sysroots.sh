#!/bin/sh
# sysroots.sh [key]: builds the sysroots of the preset release, in build/sysroots, or takes them from the user's cache (sysroot-cache.sh).
# `key` prints what determines their bytes: the scripts and sources, the compiler, the linker, the archiver, and what configures with them.
set -eu
cd "$(dirname "$0")/.."

tool() { sed -n "s/^SYSROOT_$1:FILEPATH=//p" build/release/CMakeCache.txt; }

print_key() {
  echo "layout 1" # raise it when sysroot-cache.sh keeps something else
  find cmake/sysroots -type f ! -name '*.pyc' | LC_ALL=C sort | xargs sha256sum
  triples
  for name in CLANG CLANGXX LLD AR RANLIB PYTHON; do
    "$(tool $name)" --version
  done
  cmake --version
  uname -m
  # What clang and CMake read of the environment.
  env | grep -E '^(CPATH|C_INCLUDE_PATH|CPLUS_INCLUDE_PATH|CCC_OVERRIDE_OPTIONS|(C|CXX|CPP|LD|AS|AR)FLAGS|ASMFLAGS)=' | LC_ALL=C sort || true
}

triples() { grep -oE '(x86_64|aarch64)-unknown-linux-(musl|gnu)' CMakeLists.txt | sort -u; }

[ "${1-}" != key ] || { print_key; exit; }
folder=$(sed -n 's/^LAMBDA_CC_SYSROOTS:PATH=//p' build/release/CMakeCache.txt)
print_key >build/sysroots.key
sh cmake/sysroot-cache.sh "$folder" build/sysroots.key "$(triples | tr '\n' ' ')" \
  sh -c 'cmake --build --preset release --target sysroots && sh cmake/sysroots.sh key >build/sysroots.key'
