#!/bin/sh
# cxx.sh TRIPLE SOURCE BUILD SYSROOT: builds libunwind, libc++abi and libc++, as static libraries. libc++.a includes libc++abi,
# so that -lc++ is enough.
set -eu
triple=$1 source=$2 build=$3 sysroot=$4
here=$(cd "$(dirname "$0")" && pwd)
. "$here/llvm-flags.sh"
builtins=-lclang_rt.builtins
unwinder_flags=-Os
case $triple in
  *-musl) of_libc=-DLIBCXX_HAS_MUSL_LIBC=ON ;;
  # A shared library hides its own copy of a type's information. So types are compared by name, and an exception can be
  # caught in another library.
  # Objects must not contain references to libraries that are part of libc since 2.34. The unwinder works without them: gcc
  # links libgcc_eh.a with only libc after it.
  *) of_libc='-DLIBCXX_TYPEINFO_COMPARISON_IMPLEMENTATION=2 -DLIBUNWIND_HIDE_SYMBOLS=ON -DLIBUNWIND_WEAK_PTHREAD_LIB=ON
       -DLIBUNWIND_HAS_DL_LIB=OFF -DLIBUNWIND_HAS_PTHREAD_LIB=OFF
       -DLIBCXXABI_HAS_DL_LIB=OFF -DLIBCXXABI_HAS_PTHREAD_LIB=OFF -DLIBCXX_HAS_PTHREAD_LIB=OFF -DLIBCXX_HAS_RT_LIB=OFF'
     unwinder_flags="-Os;-include$here/cxx/weak-dladdr.h" ;;
esac
# The unwinder runs only after a failure, and every program that can fail contains it. So it is optimized for size, and built
# without its developers' assertions. That saves 14 of its 39 KB, and 12 KB of a small Rust program.
echo "-- $triple: libunwind, libc++abi, libc++"
configure_llvm runtimes "$build" '-DLLVM_ENABLE_RUNTIMES=libunwind;libcxxabi;libcxx' \
  -DLLVM_INCLUDE_TESTS=OFF -DLLVM_INCLUDE_DOCS=OFF \
  -DLIBUNWIND_ENABLE_SHARED=OFF -DLIBUNWIND_USE_COMPILER_RT=ON \
  -DLIBUNWIND_ENABLE_ASSERTIONS=OFF "-DLIBUNWIND_ADDITIONAL_COMPILE_FLAGS=$unwinder_flags" -DLIBCXXABI_ENABLE_ASSERTIONS=OFF \
  -DLIBCXXABI_ENABLE_SHARED=OFF -DLIBCXXABI_USE_COMPILER_RT=ON -DLIBCXXABI_USE_LLVM_UNWINDER=ON \
  -DLIBCXXABI_ENABLE_STATIC_UNWINDER=OFF \
  -DLIBCXX_ENABLE_SHARED=OFF -DLIBCXX_USE_COMPILER_RT=ON -DLIBCXX_CXX_ABI=libcxxabi \
  -DLIBCXX_ENABLE_STATIC_ABI_LIBRARY=ON -DLIBCXX_INCLUDE_BENCHMARKS=OFF -DLIBCXX_INCLUDE_TESTS=OFF \
  -DLIBCXX_INSTALL_MODULES=OFF -DLIBCXX_HAS_ATOMIC_LIB=OFF $of_libc
ninja -C "$build"
ninja -C "$build" install >/dev/null

# GNU's names for the same libraries. cc-rs up to 1.2 links stdc++ with every compiler, rustc opens static=stdc++ itself, and
# rustc's dynamic musl links gcc_s. For glibc that is a shared library.
lib=$sysroot/lib
cp "$lib/libc++.a" "$lib/libstdc++.a"
cp "$lib/libc++abi.a" "$lib/libsupc++.a"
# For static=stdc++, rustc opens the archive in a folder of `-L native=`, and searches that folder for libc.a, too. With lib, our
# libc.a would be linked with rustc's start objects. So this folder has one library. It is a copy: rustc reads no linker scripts,
# and a wheel can't contain links.
case $triple in
  *-musl)
    mkdir -p "$lib/static-stdc++"
    cp "$lib/libc++.a" "$lib/static-stdc++/libstdc++.a" ;;
esac
cp "$lib/libunwind.a" "$lib/libgcc_eh.a"
rm -f "$lib/libgcc_s.a"
[ -e "$lib/libgcc_s.so" ] || cp "$lib/libunwind.a" "$lib/libgcc_s.a"
# Empty archives for libraries that gcc's drivers and build systems link, and that are part of libc++ or libc here.
for name in stdc++fs stdc++exp c++fs ssp ssp_nonshared; do
  rm -f "$lib/lib$name.a"
  "$LLVM_AR" rcs "$lib/lib$name.a"
done
# GNU's shared C++ library links the libraries that it needs itself; these linker scripts do the same. With -Bstatic, and for
# rustc's static=stdc++, the archive is used.
case $triple in
  *-gnu)
    for name in c++ c++abi stdc++ supc++; do
      echo "INPUT ( -l:lib$name.a AS_NEEDED ( -l:libm.so.6 -l:libpthread.so.0 -l:librt.so.1 ) )" >"$lib/lib$name.so"
    done ;;
esac
