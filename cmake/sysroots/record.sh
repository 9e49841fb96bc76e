#!/bin/sh
# record.sh TRIPLE - - SYSROOT: the last step. Writes SYSROOT/made-of: the digest of the scripts (DIGEST), the number of files,
# and the versions of the sources (SOURCES, rows of the file TABLE). `lambda-cc --version` prints it and `lambda-cc doctor` compares it.
set -eu
triple=$1 sysroot=$4
echo "-- $triple: made-of"
rm -f "$sysroot"/made-of*
files=$(find "$sysroot" ! -type d | wc -l)
{
  echo "scripts $DIGEST"
  echo "files $files"
  for source in $SOURCES; do
    awk -v name="$source" '$1 == name { sub(/-.*/, "", $1); print $1, $2; exit }' "$TABLE"
  done
} >"$sysroot/made-of.part"
mv "$sysroot/made-of.part" "$sysroot/made-of"
