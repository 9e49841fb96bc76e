#!/bin/sh
# xz.sh TRIPLE SOURCE BUILD PREFIX: liblzma without the programs.
set -eu
. "$(dirname "$0")/common.sh"
in_copy
# shellcheck disable=SC2086
./configure $cross CC="$tool-gcc" AR="$tool-ar" RANLIB="$tool-ranlib" CFLAGS="$flags" --prefix=/usr --disable-shared --enable-static \
  --disable-xz --disable-xzdec --disable-lzmadec --disable-lzmainfo --disable-lzma-links --disable-scripts --disable-doc --disable-nls
make -C src/liblzma -j"$jobs"
make -C src/liblzma DESTDIR="$build/installed" install
mkdir -p "$prefix/lib"
cp -R installed/usr/include "$prefix/include"
cp installed/usr/lib/liblzma.a "$prefix/lib"
write_pc liblzma "general purpose data compression library" lzma
