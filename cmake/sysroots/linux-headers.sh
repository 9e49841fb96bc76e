#!/bin/sh
# linux-headers.sh TRIPLE SOURCE BUILD SYSROOT: installs the kernel's headers for programs (linux/, asm/, asm-generic/, …),
# which OpenSSL and aws-lc include and musl does not have. HOSTCC builds a tool of the kernel that strips the headers; the
# host's own headers are not used for them.
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
