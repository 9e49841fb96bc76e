#!/bin/sh
# zlib.sh TRIPLE SOURCE BUILD PREFIX
set -eu
. "$(dirname "$0")/common.sh"
in_copy
CHOST=$triple CC=$tool-gcc AR=$tool-ar RANLIB=$tool-ranlib CFLAGS="$flags" ./configure --static --prefix=/usr
make -j"$jobs" libz.a
mkdir -p "$prefix/include" "$prefix/lib"
cp zlib.h zconf.h "$prefix/include"
cp libz.a "$prefix/lib"
write_pc zlib "zlib compression library" z
