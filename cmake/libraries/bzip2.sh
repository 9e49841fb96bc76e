#!/bin/sh
# bzip2.sh TRIPLE SOURCE BUILD PREFIX
set -eu
. "$(dirname "$0")/common.sh"
in_copy
make -j"$jobs" CC="$tool-gcc" AR="$tool-ar" RANLIB="$tool-ranlib" CFLAGS="$flags -D_FILE_OFFSET_BITS=64" libbz2.a
mkdir -p "$prefix/include" "$prefix/lib"
cp bzlib.h "$prefix/include"
cp libbz2.a "$prefix/lib"
write_pc bzip2 "lossless, block-sorting data compression" bz2
