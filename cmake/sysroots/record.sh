#!/bin/sh
# record.sh TRIPLE - - SYSROOT: the last step. Writes SYSROOT/made-of: the digest of the scripts (DIGEST), the number of files,
# and the versions of the sources (SOURCES, rows of the file TABLE), each with the vulnerabilities that our patches fix.
# `lambda-cc --version` prints it and `lambda-cc doctor` compares it.
set -eu
triple=$1 sysroot=$4
echo "-- $triple: made-of"
rm -f "$sysroot"/made-of*
# Two names that differ by case alone are one file on some file systems.
files=$(find "$sysroot" ! -type d | tr '[:upper:]' '[:lower:]' | LC_ALL=C sort -u | wc -l)

# fixes_of SOURCE: prints the CVEs that the headers of its patches name, each once.
fixes_of() {
  for patch in "$(dirname "$TABLE")/patches/$1"/*.patch; do
    [ ! -e "$patch" ] || sed -n 's/^CVE: //p' "$patch"
  done | awk '!seen[$0]++' | paste -s -d ' '
}
{
  echo "scripts $DIGEST"
  echo "files $files"
  for source in $SOURCES; do
    fixes=$(fixes_of "$source")
    awk -v name="$source" -v fixes="${fixes:+ (fixed: $fixes)}" '$1 == name { sub(/-.*/, "", $1); print $1, $2 fixes; exit }' "$TABLE"
  done
} >"$sysroot/made-of.part"
mv "$sysroot/made-of.part" "$sysroot/made-of"
