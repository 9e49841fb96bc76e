#!/bin/sh
# build_again.sh LIBRARIES PREFIX WORK LIBRARY...: builds each library for x86_64-unknown-linux-musl again, with the tools in PREFIX. The files
# must be equal.
set -eu
libraries=$1 prefix=$2 work=$3
shift 3
here=$(cd "$(dirname "$0")/../../cmake" && pwd)
ln -s "$prefix" "$work/prefix"
export CLANG="${CLANG:-$(command -v clang-19)}" LLD="${LLD:-$(command -v ld.lld-19)}"
for library in "$@"; do
  parts='*'
  [ "$library" != mariadb ] || parts='*/libmariadb/*' # of the server's source
  sh "$here/sysroots/unpack.sh" "$here/libraries/sources.txt" "$library" "$libraries/.build/downloads" "" "$work/src/$library" "$parts" >/dev/null
  sh "$here/libraries/build.sh" "$library" x86_64-unknown-linux-musl "$work" "$work/other/$library"
  diff -r "$libraries/x86_64-unknown-linux-musl/$library" "$work/other/$library"
done
for file in "$work"/other/pkgconfig/*; do
  diff "$libraries/x86_64-unknown-linux-musl/pkgconfig/$(basename "$file")" "$file"
done
