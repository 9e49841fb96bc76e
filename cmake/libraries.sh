#!/bin/sh
# libraries.sh [key]: builds the libraries of the preset release, in build/libraries, or takes them from the user's cache (build-cache.sh). The
# sysroots must be built. `key` prints what determines their bytes: the scripts and sources, the sysroots, and what runs the sources' own scripts.
# Not lambda-cc itself: it changes with each commit, and seldom what it makes of these sources.
set -eu
case $#:${1-} in
  0: | 1:key) ;;
  *) printf '%s\n' "libraries.sh: error: unexpected arguments: $*" ">>> libraries.sh [key]" >&2; exit 2 ;;
esac
cd "$(dirname "$0")/.."

print_key() {
  echo "layout 1" # raise it when lambda-cc compiles or links these sources in another way
  find cmake/libraries -type f | LC_ALL=C sort | xargs sha256sum
  sh cmake/sysroots.sh key
  make --version
  perl -e 'print "perl $^V\n"'
  echo 'puts "tcl $tcl_version"' | tclsh
}

[ "${1-}" != key ] || { print_key; exit; }
folder=$(sed -n 's/^LAMBDA_CC_LIBRARIES:PATH=//p' build/release/CMakeCache.txt 2>/dev/null || true)
[ -n "$folder" ] ||
  { printf '%s\n' "libraries.sh: error: build/release is not configured" ">>> cmake --preset release" >&2; exit 1; }
print_key >build/libraries.key
triples=$(grep -xE '[a-z0-9_]+-unknown-linux-[a-z]+' build/libraries.key | tr '\n' ' ')
sh cmake/build-cache.sh libraries "$folder" build/libraries.key "$triples" \
  sh -c 'cmake --build --preset release --target libraries && sh cmake/libraries.sh key >build/libraries.key'
