#!/bin/sh
# sysroots.sh [key]: builds the sysroots of the preset release, in build/sysroots, or takes them from the user's cache (build-cache.sh).
# `key` prints what determines their bytes: the scripts and sources, the compiler, the linker, the archiver, and what configures with them.
set -eu

die() { # STATUS HEADLINE [ADVICE]
  echo "sysroots.sh: error: $2" >&2
  [ -z "${3-}" ] || echo ">>> $3" >&2
  exit "$1"
}

case $#:${1-} in
  0: | 1:key) ;;
  *) die 2 "unexpected arguments: $*" "sysroots.sh [key]" ;;
esac
cd "$(dirname "$0")/.."

configured() { sed -n "s/^$1=//p" build/release/CMakeCache.txt 2>/dev/null || true; }
tools="CLANG CLANGXX LLD AR RANLIB OBJCOPY PYTHON"
folder=$(configured LAMBDA_CC_SYSROOTS:PATH)
for name in $tools; do
  program=$(configured "SYSROOT_$name:FILEPATH")
  [ -n "$folder" ] && [ -n "$program" ] || die 1 "build/release is not configured" "cmake --preset release"
  "$program" --version >/dev/null 2>&1 ||
    die 1 "'$program' can't be run, and build/release is configured with it" "rm build/release/CMakeCache.txt && cmake --preset release"
done

print_key() {
  echo "layout 2" # raise it when build-cache.sh keeps something else
  find cmake/sysroots -type f ! -name '*.pyc' | LC_ALL=C sort | xargs sha256sum
  triples
  # A fix of Python changes no output of the scripts, and pyenv's Python differs from Debian's by that number.
  for name in $tools; do
    "$(configured "SYSROOT_$name:FILEPATH")" --version
  done | sed -E '/^Python /s/\.[0-9]+$//'
  cmake --version
  uname -m
  # What clang and CMake read of the environment.
  env | grep -E '^(CPATH|C_INCLUDE_PATH|CPLUS_INCLUDE_PATH|CCC_OVERRIDE_OPTIONS|(C|CXX|CPP|LD|AS|AR)FLAGS|ASMFLAGS)=' | LC_ALL=C sort || true
}

triples() { sed -n '/^set(LAMBDA_CC_TRIPLES/,/)/p' CMakeLists.txt | grep -oE '[a-z0-9_]+-unknown-linux-[a-z]+' | sort -u; }

[ "${1-}" != key ] || { print_key; exit; }
print_key >build/sysroots.key
sh cmake/build-cache.sh sysroots "$folder" build/sysroots.key "$(triples | tr '\n' ' ')" \
  sh -c 'cmake --build --preset release --target sysroots && sh cmake/sysroots.sh key >build/sysroots.key'
