#!/bin/sh
# build.sh HOST SOURCE BUILD [PROFILE]: builds the executable for HOST, x86_64 or aarch64, in BUILD, by the lambda-cc in PREFIX. With PROFILE it is
# the final one, with ThinLTO. Without, it is instrumented, to make a profile. An interrupted build continues. TOOLS has TableGen's programs,
# LIBRARIES our zlib and zstd. CLANG and LLD are what lambda-cc runs.
set -eu
host=$1 source=$2 build=$3
flags=-fprofile-generate
[ $# = 3 ] || flags="-flto=thin -fprofile-use=$4"
triple=$host-unknown-linux-musl
here=$(cd "$(dirname "$0")" && pwd)

# A fixed address: a static PIE would have 720,000 pointers to relocate, which takes 2 ms at each start. Threads have the stack that
# clang expects: musl's is 128 KiB. musl's malloc waits on one lock, and mimalloc's doesn't. ThinLTO takes half of the time, so a link that was
# interrupted finds what it made. What never ran in the training is apart, so that the rest takes fewer pages.
link="-s -static -no-pie -Wl,-z,stack-size=8388608 -Wl,-z,keep-text-section-prefix -Wl,--icf=safe"
link="$link -Wl,--thinlto-cache-dir=$build/thinlto -l:mimalloc.o"
mkdir -p "$build"
# -w: LLVM makes an error of one warning, and musl's std::mutex has a destructor.
# `env -i`: a variable of the caller, such as CFLAGS, changes nothing.
run() { env -i "PATH=$PATH" "HOME=$build" LC_ALL=C.UTF-8 TZ=UTC "LAMBDA_CC_CLANG=$CLANG" "LAMBDA_CC_LLD=$LLD" "$@"; }
# Some functions of LLVM's libc in place of musl's. Of a large compile musl's memcpy and memmove take 4.3 %, and LLVM's 0.5 %. A link of Rust, 12 % of
# which are strlen, memcmp, memchr and qsort, is 6 % faster.
for function in string/memcpy string/memmove string/memset string/memcmp string/memchr string/strlen strings/bcmp stdlib/qsort; do
  object=$build/$(basename $function).o
  run "$PREFIX/bin/$triple-g++" -O3 -std=c++17 -ffreestanding -fno-builtin -fno-exceptions -fno-rtti -DLIBC_NAMESPACE=__llvm_libc \
    -DLIBC_COPT_PUBLIC_PACKAGING -DLIBC_COPT_STRING_LENGTH_IMPL=arch_vector "-I$source/libc" "-ffile-prefix-map=$source=llvm" \
    -c "$source/libc/src/$function.cpp" -o "$object"
  link="$link $object"
done
run cmake -S "$source/llvm" -B "$build" -G Ninja -C "$here/Settings.cmake" \
  -DCMAKE_PROJECT_LLVM_INCLUDE="$here/Precompile.cmake" \
  -DCMAKE_TOOLCHAIN_FILE="$PREFIX/share/lambda-cc/cmake/$triple.cmake" -DLLVM_HOST_TRIPLE="$triple" -DLLVM_NATIVE_TOOL_DIR="$TOOLS/bin" \
  "-DCMAKE_PREFIX_PATH=$LIBRARIES/$triple/zlib;$LIBRARIES/$triple/zstd" "-DCMAKE_EXE_LINKER_FLAGS=$link" \
  "-DCMAKE_C_FLAGS=-w -ffile-prefix-map=$source=llvm $flags" "-DCMAKE_CXX_FLAGS=-w -ffile-prefix-map=$source=llvm $flags" >"$build.log" 2>&1 ||
  { tail -n 40 "$build.log"; exit 1; }
run ninja -C "$build" llvm-driver clang-resource-headers
