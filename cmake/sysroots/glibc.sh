#!/bin/sh
# glibc.sh TRIPLE SOURCE BUILD SYSROOT: makes the parts of glibc that are used to build a program: the headers, and for each
# ceiling in lib/2.17, lib/2.18, … stub libraries, start objects, and the functions that are not in a shared library. SOURCE is
# glibc 2.41; 2.31, from before libpthread moved into libc (2.34), is beside it.
set -eu
triple=$1 source=$2 build=$3 sysroot=$4
here=$(cd "$(dirname "$0")" && pwd)/glibc
arch=${triple%%-*} lib=$sysroot/lib
old=$(dirname "$source")/glibc-2.31
echo "-- $triple: glibc"
mkdir -p "$build" "$lib"
"$PYTHON" -B "$here/headers.py" --arch "$arch" --source "$source" --output "$sysroot/include" --new "$lib"
"$PYTHON" -B "$here/stubs.py" --arch "$arch" --old "$old" --new "$source" --clang "$CLANG" --lld "$LLD" --output "$lib"

compile() { # OUTPUT FLAG...
  output=$1
  shift
  "$CLANG" --target="$triple" --no-default-config -ffreestanding -fno-stack-protector -ffile-prefix-map="$here"=glibc \
    -O2 -fPIC -ffunction-sections -c -o "$build/$output.o" "$@"
}
compile crti "$here/crti.S"
compile crtn "$here/crtn.S"
compile crt1-before-2.34 -DCEILING=17 "$here/crt1.c"
compile crt1-since-2.34 -DCEILING=34 "$here/crt1.c"
members=$(sed -n 's/^#e*l*if defined MEMBER_//p' "$here/nonshared.c")
for member in $members; do
  compile "$member" "-DMEMBER_$member" "$here/nonshared.c"
done

# libc_has_it_since MEMBER: prints the ceiling from which on libc.so has it. For older ceilings it is in libc_nonshared.a.
libc_has_it_since() {
  case $1 in
    fcntl64) echo 28 ;;
    single_threaded) echo 32 ;;
    stat | stat64 | lstat | lstat64 | fstat | fstat64 | fstatat | fstatat64 | mknod | mknodat) echo 33 ;;
    *) echo 99 ;;
  esac
}
for folder in "$lib"/2.*/; do
  minor=$(basename "$folder") minor=${minor#2.}
  crt1=crt1-since-2.34
  [ "$minor" -ge 34 ] || crt1=crt1-before-2.34
  cp "$build/$crt1.o" "$folder/crt1.o"
  cp "$build/$crt1.o" "$folder/Scrt1.o"
  cp "$build/crti.o" "$build/crtn.o" "$folder"
  objects=
  for member in $members; do
    [ "$minor" -ge "$(libc_has_it_since "$member")" ] || objects="$objects $member.o"
  done
  rm -f "$folder/libc_nonshared.a"
  # shellcheck disable=SC2086
  (cd "$build" && "$LLVM_AR" rcsD "$folder/libc_nonshared.a" $objects)
done

ln -sf libgcc_s.so.1 "$lib/libgcc_s.so"
# CMake searches lib/ for a library itself, and must find the one of the ceiling. The names in the scripts do not exist in lib/:
# a linker that searches lib/ first would open the script again, without an end.
for name in m.so.6 resolv.so.2 pthread.so.0 dl.so.2 rt.so.1 util.so.1 anl.so.1; do
  echo "INPUT ( AS_NEEDED ( -l:lib$name ) )" >"$lib/lib${name%%.*}.so"
done
echo "GROUP ( -l:libc.so.6 -l:libc_nonshared.a AS_NEEDED ( -l:$(basename "$lib"/2.17/ld-linux-*) ) )" >"$lib/libc.so"
