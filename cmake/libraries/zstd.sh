#!/bin/sh
# zstd.sh TRIPLE SOURCE BUILD PREFIX: with threads, and with the formats before 1.0 as upstream has it.
set -eu
. "$(dirname "$0")/common.sh"
in_copy
make -C lib -j"$jobs" CC="$tool-gcc" AR="$tool-ar" CFLAGS="$flags" CPPFLAGS=-DZSTD_MULTITHREAD LDFLAGS=-pthread UNAME=Linux libzstd.a
mkdir -p "$prefix/include" "$prefix/lib"
cp lib/zstd.h lib/zdict.h lib/zstd_errors.h "$prefix/include"
cp lib/libzstd.a "$prefix/lib"
write_pc libzstd "fast lossless compression algorithm library" zstd
