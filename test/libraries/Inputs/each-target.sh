#!/bin/sh
# each-target.sh build GLIBC COMPILE...: compiles for each target, with its gcc and the arguments COMPILE, into the file TRIPLE. A program for
# glibc gets the loader and the libraries of glibc 2.17 in the folder GLIBC (test/real-glibc.sh).
# each-target.sh run ARGUMENTS...: runs each of these programs, by qemu-user if it is for another machine.
set -eu
step=$1
shift
[ "$step" = run ] || { glibc=$1; shift; }

build() { # ARCH LOADER COMPILE...
  libraries=$glibc/2.17/$1 loader=$2 triple=$1-unknown-linux-gnu
  shift 2
  LAMBDA_CC_VERIFY=off "$triple-2_17-gcc" "$@" -o "$triple" "-Wl,--dynamic-linker=$libraries/$loader,-rpath=$libraries,--disable-new-dtags"
}

if [ "$step" = build ]; then
  for triple in x86_64-unknown-linux-musl aarch64-unknown-linux-musl; do
    "$triple-gcc" "$@" -o "$triple"
  done
  build x86_64 ld-linux-x86-64.so.2 "$@"
  build aarch64 ld-linux-aarch64.so.1 "$@"
  exit
fi

status=0
for triple in x86_64-unknown-linux-musl aarch64-unknown-linux-musl x86_64-unknown-linux-gnu aarch64-unknown-linux-gnu; do
  arch=${triple%%-*}
  if [ "$arch" = "$(uname -m)" ]; then
    "./$triple" "$@" || status=$?
  else
    timeout 60 "qemu-$arch-static" "./$triple" "$@" || status=$?
  fi
done
exit $status
