#!/bin/sh
# again.sh PACKED HOST PROGRAM: builds the packages for HOST once more in this tree. Each has the same bytes as that in PACKED, and PROGRAM,
# the executable, has at most 3 MB.
set -eu
packed=$1 build=build/release-$2 program=$3
cmake --preset "release-$2"
cmake --build --preset "release-$2" --target lambda-cc
test "$(stat -c %s "$build/shim/$program")" -le 3000000
(cd "$build" && cpack)
for package in $(cd "$packed" && find . -maxdepth 1 '(' -name '*.tar.xz' -o -name '*.deb' -o -name '*.whl' -o -name '*.zip' ')'); do
  cmp "$packed/$package" "$build/$package"
  echo "same: $package"
done
