#!/bin/sh
# compiler-rt.sh TRIPLE SOURCE BUILD SYSROOT: builds compiler-rt's builtins, the functions that compiled code calls,
# crtbegin and crtend, and the runtime of profiles and coverage.
set -eu
triple=$1 source=$2 build=$3 sysroot=$4
. "$(dirname "$0")/llvm-flags.sh"
arch=${triple%%-*}
echo "-- $triple: compiler-rt"
# CMake's check for bfloat16 would fail, because it links a function that this step builds. clang has the type from 12 on. Without the
# macro, which LLVM 19 reads and never defines, __extendbfsf2 takes its argument in another register than GCC 13 passes it in.
defines=' -DCOMPILER_RT_HAS_BFLOAT16'
configure_llvm compiler-rt "$build" -DLLVM_CMAKE_DIR="$source/llvm/cmake/modules" \
  -DCOMPILER_RT_DEFAULT_TARGET_ONLY=ON -DCOMPILER_RT_BUILD_BUILTINS=ON -DCOMPILER_RT_BUILD_CRT=ON \
  -DCOMPILER_RT_BUILD_SANITIZERS=OFF -DCOMPILER_RT_BUILD_XRAY=OFF -DCOMPILER_RT_BUILD_LIBFUZZER=OFF \
  -DCOMPILER_RT_BUILD_PROFILE=ON -DCOMPILER_RT_BUILD_MEMPROF=OFF -DCOMPILER_RT_BUILD_ORC=OFF \
  -DCOMPILER_RT_BUILD_CTX_PROFILE=OFF -DCOMPILER_RT_BUILD_GWP_ASAN=OFF \
  -DCOMPILER_RT_EXCLUDE_ATOMIC_BUILTIN=OFF "-DCOMPILER_RT_HAS_${arch}_BFLOAT16=ON"
ninja -C "$build"

lib=$sysroot/lib
mkdir -p "$lib"
cp "$build/lib/linux/libclang_rt.builtins-$arch.a" "$lib/libclang_rt.builtins.a"
cp "$build/lib/linux/libclang_rt.profile-$arch.a" "$lib/libclang_rt.profile.a"
# gcc has the functions of coverage in a library of that name. AX_CODE_COVERAGE of the Autoconf archive links it, for clang, too.
cp "$lib/libclang_rt.profile.a" "$lib/libgcov.a"
# gcc has other start objects for PIE and for static programs; compiler-rt's work for all.
for variant in crtbegin.o crtbeginS.o crtbeginT.o; do
  cp "$build/lib/linux/clang_rt.crtbegin-$arch.o" "$lib/$variant"
done
for variant in crtend.o crtendS.o; do
  cp "$build/lib/linux/clang_rt.crtend-$arch.o" "$lib/$variant"
done
# The name that callers use, libgcc.a, as an archive of its own: rustc opens some of these archives itself.
cp "$lib/libclang_rt.builtins.a" "$lib/libgcc.a"
# gcc has the atomic functions in a library of their own, libatomic. Here they are among the builtins.
rm -f "$lib/libatomic.a"
"$LLVM_AR" rcs "$lib/libatomic.a"
