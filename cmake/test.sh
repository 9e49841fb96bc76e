#!/bin/sh
# test.sh: all tests, from a fresh clone: the release build, the same under ASan and UBSan, and what is checked of the source itself.
# Ends with a line `N passed, N failed`.
set -eu
cd "$(dirname "$0")/.."

sh cmake/packages.sh build test
mkdir -p build
passed=0 failed=0 skipped=0

# check NAME COMMAND...: one check of its own, whose output is shown if it fails.
check() {
  name=$1
  shift
  if "$@" >build/check.log 2>&1; then
    passed=$((passed + 1))
    echo "PASS: $name"
  else
    failed=$((failed + 1))
    echo "FAIL: $name"
    cat build/check.log
  fi
}

# tests PRESET: ctest, of which each lit test and each unit test counts.
tests() {
  echo "-- testing $1"
  status=0
  ctest --test-dir "build/$1" --label-exclude '^(crates|packages)$' --verbose >build/ctest.log 2>&1 || status=$?
  grep -hE '^[0-9]+: (FAIL|UNRESOLVED|TIMEOUT|UNSUPPORTED|XPASS):|\[  FAILED  \]|\*\*\*' build/ctest.log || true
  ok=$(grep -cE '^[0-9]+: PASS:|\[       OK \]|(impure|requirements)-.*Passed' build/ctest.log || true)
  # Every feature was installed above, so a test that doesn't run for want of one has failed. Some need rustup's Rust.
  none=$(grep -cE "^[0-9]+: UNSUPPORTED: .*/(pure-rust-without-llvm|linker-does-lto|profiles-are-written)" build/ctest.log || true)
  bad=$(grep -cE '^[0-9]+: (FAIL|UNRESOLVED|TIMEOUT|UNSUPPORTED|XPASS):|^[0-9]+: \[  FAILED  \].*ms\)|(impure|requirements)-.*Failed' build/ctest.log || true)
  bad=$((bad - none)) skipped=$((skipped + none))
  [ $status = 0 ] || [ "$bad" != 0 ] || bad=1
  [ "$bad" = 0 ] || sed 's/^[0-9]*: //' build/ctest.log
  passed=$((passed + ok)) failed=$((failed + bad))
}

build() {
  echo "-- building $1"
  cmake --preset "$1" ${LAMBDA_CC_SOURCES:+-DLAMBDA_CC_SOURCES="$LAMBDA_CC_SOURCES"} >build/configure.log 2>&1 ||
    { cat build/configure.log; exit 1; }
  cmake --build --preset "$1"
}

build release
cmake --build --preset release --target sysroots
sh test/rust-std.sh build/rust build/sysroots
sh test/real-glibc.sh build/glibc
[ -x build/zig/bin/python-zig ] || { python3 -m venv build/zig && build/zig/bin/pip --quiet install ziglang==0.17.1; }
# --no-deps: --compiler cargo needs no zig, and then it has none.
[ -x build/cargo-lambda/bin/cargo-lambda ] ||
  { python3 -m venv build/cargo-lambda && build/cargo-lambda/bin/pip --quiet install --no-deps cargo-lambda==1.9.2; }

cmake --preset release >/dev/null # the tests look for what was built since
tests release
build asan
tests asan

check clang-format sh -c "find lib shim test/unit -name '*.cpp' -o -name '*.h' | xargs clang-format-19 --dry-run -Werror"
check clang-tidy sh -c "find lib shim -name '*.cpp' | xargs -n 4 -P $(nproc) clang-tidy-19 --quiet -p build/release"
check headers-compile-alone cmake --build --preset release --target all_verify_interface_header_sets
check no-include-around-the-order sh -c '! grep -rn "#include \"\.\." lib shim'
check size-at-most-2.5-MB sh -c 'test "$(stat -c %s build/release/shim/lambda-cc)" -le 2500000'
# Every header that the C++ runtimes and compiler-rt were compiled with came from the sysroot, from LLVM or from clang.
for triple in $(build/release/shim/lambda-cc targets | cut -d' ' -f1); do
  for step in compiler-rt cxx; do
    check "no-host-headers-in-$step-of-$triple" sh -c "ninja -C build/sysroots/.build/$triple/$step -t deps >build/deps &&
      test \$(wc -l <build/deps) -gt 1000 && ! grep -E '^ +/usr/(local/)?include' build/deps"
  done
done
check fully-static sh -c '! readelf -l build/release/shim/lambda-cc | grep INTERP'

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
