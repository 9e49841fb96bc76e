#!/bin/sh
# build.sh LIBRARY TRIPLE WORK PREFIX: runs LIBRARY.sh TRIPLE SOURCE BUILD PREFIX. Its PATH begins with the tools of lambda-cc for all triples,
# and its environment has no other setting of the caller. CLANG and LLD are what the tools run. Its output is in WORK/TRIPLE/LIBRARY.log, the
# headers that clang read in LIBRARY.headers.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
library=$1 triple=$2 work=$3 prefix=$4
build=$work/$triple/$library
log=$build.log headers=$build.headers

fail() { # HEADLINE LINES
  echo "build.sh: error: $library for $triple: $1" >&2
  printf '>>> %s\n' "$2" >&2
  exit 1
}

rm -rf "$build" "$prefix" "$headers"
mkdir -p "$build" "$prefix" "$prefix/../pkgconfig"
find "$prefix/../pkgconfig" -name '*.pc' -exec grep -lx "prefix=.*/$library" {} + | xargs -r rm # of an earlier build
env -i PATH="$work/prefix/bin:$PATH" HOME="$build" LC_ALL=C.UTF-8 TZ=UTC LAMBDA_CC_CLANG="$CLANG" LAMBDA_CC_LLD="$LLD" \
  CC_PRINT_HEADERS=1 CC_PRINT_HEADERS_FILE="$headers" \
  sh "$here/$library.sh" "$triple" "$work/src/$library" "$build" "$prefix" >"$log" 2>&1 ||
  { tail -n 40 "$log" >&2; fail "failed" "see $log"; }
[ -s "$headers" ] || fail "clang recorded no header" "$headers"
hosts=$(grep -E '^\.* */usr/(local/)?include' "$headers" | sort -u || true)
[ -z "$hosts" ] || fail "a header of the host was read" "$hosts"
named=$(grep -rlF "$work" "$prefix" "$prefix/../pkgconfig" || true)
[ -z "$named" ] || fail "a file names the build folder" "$named"
other=$(find "$prefix" ! -type d ! -path "*/include/*" ! -path "*/lib/*.a")
[ -z "$other" ] || fail "only headers and static archives are installed" "$other"
