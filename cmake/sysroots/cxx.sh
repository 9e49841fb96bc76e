#!/bin/sh
# cxx.sh TRIPLE SOURCE BUILD SYSROOT: libunwind, libc++abi and libc++, static. libc++.a holds libc++abi, so that -lc++ is enough.
set -eu
triple=$1 source=$2 build=$3 sysroot=$4
. "$(dirname "$0")/llvm-flags.sh"
echo "-- $triple: libunwind, libc++abi, libc++"
configure_llvm runtimes "$build" '-DLLVM_ENABLE_RUNTIMES=libunwind;libcxxabi;libcxx' \
  -DLLVM_INCLUDE_TESTS=OFF -DLLVM_INCLUDE_DOCS=OFF \
  -DLIBUNWIND_ENABLE_SHARED=OFF -DLIBUNWIND_USE_COMPILER_RT=ON \
  -DLIBCXXABI_ENABLE_SHARED=OFF -DLIBCXXABI_USE_COMPILER_RT=ON -DLIBCXXABI_USE_LLVM_UNWINDER=ON \
  -DLIBCXXABI_ENABLE_STATIC_UNWINDER=OFF \
  -DLIBCXX_ENABLE_SHARED=OFF -DLIBCXX_USE_COMPILER_RT=ON -DLIBCXX_HAS_MUSL_LIBC=ON -DLIBCXX_CXX_ABI=libcxxabi \
  -DLIBCXX_ENABLE_STATIC_ABI_LIBRARY=ON -DLIBCXX_INCLUDE_BENCHMARKS=OFF -DLIBCXX_INCLUDE_TESTS=OFF \
  -DLIBCXX_INSTALL_MODULES=OFF -DLIBCXX_HAS_ATOMIC_LIB=OFF
ninja -C "$build"
ninja -C "$build" install >/dev/null

# GNU's names for the same: cc-rs up to 1.2 asks for stdc++ whatever the compiler is, rustc opens static=stdc++ by itself,
# and rustc's dynamic musl asks for gcc_s.
lib=$sysroot/lib
cp "$lib/libc++.a" "$lib/libstdc++.a"
cp "$lib/libc++abi.a" "$lib/libsupc++.a"
cp "$lib/libunwind.a" "$lib/libgcc_eh.a"
cp "$lib/libunwind.a" "$lib/libgcc_s.a"
