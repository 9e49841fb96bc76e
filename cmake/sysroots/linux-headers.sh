#!/bin/sh
# linux-headers.sh TRIPLE SOURCE BUILD SYSROOT: the kernel's headers for programs (linux/, asm/, asm-generic/ …), which musl
# doesn't have and OpenSSL and aws-lc include. HOSTCC builds a tool of the kernel's that strips them; none of its
# headers get in.
set -eu
triple=$1 source=$2 build=$3 sysroot=$4
case $triple in
  x86_64-*) arch=x86 ;;
  aarch64-*) arch=arm64 ;;
esac
echo "-- $triple: Linux headers"
mkdir -p "$build" "$sysroot/include"
make -s -C "$source" ARCH=$arch O="$build" HOSTCC="${HOSTCC:-cc}" headers
(cd "$build/usr/include" && find . -name '*.h' | sort | tar -cf - -T -) | tar -C "$sysroot/include" -xf -
