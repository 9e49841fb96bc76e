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
cd "$build/usr/include"
find . -name '*.h' | sort | tar -cf - -T - | tar -C "$sysroot/include" -xf -

# Eight pairs of names, such as xt_MARK.h and xt_mark.h, differ by case alone, and a file system that ignores case keeps one file
# of each. So both names get the text of both files. test/real/names-ignore-case.test refuses a pair that differs.
find . -name '*.h' | LC_ALL=C sort -f | uniq -Di | grep -v '[A-Z]' | while read -r lower; do
  upper=$(find "$(dirname "$lower")" -iname "$(basename "$lower")" ! -name "$(basename "$lower")")
  guard=$(sed -n 's/^#ifndef //p' "$upper" | head -n 1)
  {
    if grep -qx "#ifndef $guard" "$lower"; then # with one guard for both, a program could include only one
      printf '#ifndef %s\n' "$guard" && cat "$lower" && printf '#undef %s\n' "$guard" && cat "$upper" && echo '#endif'
    else
      cat "$lower" "$upper"
    fi
  } >"$sysroot/include/$lower"
  cp "$sysroot/include/$lower" "$sysroot/include/$upper"
done
