#!/bin/sh
# musl.sh TRIPLE SOURCE BUILD SYSROOT: builds musl's headers, libc.a and start objects with CLANG, LLVM_AR and LLVM_RANLIB. All
# code is position independent: a static PIE needs that of libc, and a static program at a fixed address can use it, too.
set -eu
triple=$1 source=$2 build=$3 sysroot=$4
echo "-- $triple: musl"
mkdir -p "$build"
cd "$build"
CC="$CLANG --target=$triple --no-default-config" AR=$LLVM_AR RANLIB=$LLVM_RANLIB CFLAGS="-fPIC -w" LIBCC=" " \
  "$source/configure" --target="$triple" --prefix= --disable-shared --disable-wrapper >configure.log
make -s -j"$(nproc)" >make.log
make -s install DESTDIR="$sysroot" >>make.log
