#!/bin/sh
# again.sh PACKED HOST PROGRAM [LLVM]: builds the packages for HOST once more in this tree, those with LLVM, the folder of our own clang, too.
# Each has the same bytes as that in PACKED, and PROGRAM, the executable, has at most 3 MB.
set -eu
packed=$1 build=build/release-$2 program=$3
for llvm in "" ${4+"$4"}; do
  sh cmake/release/pack.sh "$2" "$llvm"
done
test "$(stat -c %s "$build/shim/$program")" -le 3000000
for package in $(cd "$packed" && find . -maxdepth 1 '(' -name '*.tar.xz' -o -name '*.deb' -o -name '*.whl' -o -name '*.zip' ')'); do
  cmp "$packed/$package" "$build/$package"
  echo "same: $package"
done
