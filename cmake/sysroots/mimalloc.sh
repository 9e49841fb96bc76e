#!/bin/sh
# mimalloc.sh TRIPLE SOURCE BUILD SYSROOT: builds lib/mimalloc.o, a malloc for programs for musl (LAMBDA_CC_MALLOC). It is an
# object and not an archive: a linker takes an object whole, so all functions of the family come from it.
set -eu
triple=$1 source=$2 build=$3 sysroot=$4
here=$(cd "$(dirname "$0")" && pwd)/mimalloc
version=$(awk '$1 == "mimalloc" { print $2; exit }' "$(dirname "$0")/sources.txt")
echo "-- $triple: mimalloc"
rm -rf "$build"
mkdir -p "$build"
case $triple in
  # Graviton has the atomic instructions of Armv8.1; the functions in compiler-rt use them there.
  aarch64-*) atomics=-moutline-atomics ;;
  *) atomics= ;;
esac
# A static program needs no dynamic access to thread-local variables. A collection at exit would only cost time.
# shellcheck disable=SC2086
"$CLANG" --target="$triple" --no-default-config --sysroot="$sysroot" -std=gnu11 -O3 -DNDEBUG -DMI_SKIP_COLLECT_ON_EXIT=1 -fPIC $atomics \
  -ftls-model=initial-exec -fvisibility=hidden -ffunction-sections -fdata-sections -fno-builtin-malloc -w -DVERSION="\"$version\"" \
  -ffile-prefix-map="$source"=mimalloc -ffile-prefix-map="$here"=mimalloc \
  -I"$source/include" -I"$source/src" -c -o "$build/whole.o" "$here/malloc.c"
sed -n 's/^OUT [^(]*[ *]\([a-z_]*\)(.*/\1/p' "$here/malloc.c" >"$build/family"
# The family uses 60 of the 100 KB. Programs in C are rarely linked with --gc-sections.
# shellcheck disable=SC2046
"$LLD" -r --gc-sections $(sed 's/^/--undefined=/' "$build/family") -o "$build/used.o" "$build/whole.o"
# The functions of mimalloc, and its operators of C++, turn into local symbols. So the crate mimalloc can be in the same program.
"$LLVM_OBJCOPY" --keep-global-symbols="$build/family" "$build/used.o" "$sysroot/lib/mimalloc.o"
