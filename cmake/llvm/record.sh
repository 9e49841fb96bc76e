#!/bin/sh
# record.sh SOURCE BUILD FOLDER HOST VERSION DIGEST: the last step. Makes FOLDER of the executable and clang's headers in BUILD, the licences in
# SOURCE, the link bin/clang-<major>, by which a cache runs clang, and made-of:
#
#   bytes 108398104           the size of bin/llvm. The tools compare it
#   sysroots 0123456789ab     DIGEST, of the scripts of the sysroots that it goes with: `scripts` in their made-of. The tools compare it with theirs
#   files 312                 all files but made-of. `lambda-cc doctor` counts them
#   host x86_64               HOST, the machine that runs it
#   llvm 22.1.8               VERSION. The tools look for the headers in the folder of its major version
#
# FOLDER is never there without all of it.
set -eu
source=$1 build=$2 folder=$3 host=$4 version=$5 digest=$6
major=${version%%.*}
for file in bin/llvm "lib/clang/$major/include/stddef.h"; do
  [ -f "$build/$file" ] || { echo "record.sh: error: no $build/$file" >&2; exit 1; }
done
[ -n "$digest" ] || { echo "record.sh: error: no digest of the sysroots" >&2; exit 1; }
rm -rf "$folder.part"
mkdir -p "$folder.part/bin" "$folder.part/lib/clang/$major" "$folder.part/licences"
cp "$build/bin/llvm" "$folder.part/bin/llvm"
ln -s llvm "$folder.part/bin/clang-$major"
cp -RL "$build/lib/clang/$major/include" "$folder.part/lib/clang/$major/include"
for part in llvm clang lld; do
  cp "$source/$part/LICENSE.TXT" "$folder.part/licences/$part.txt"
done
cp "$source/llvm/lib/Support/COPYRIGHT.regex" "$folder.part/licences/regex.txt"
cp "$source/llvm/lib/Support/BLAKE3/LICENSE" "$folder.part/licences/blake3.txt"
# Two names that differ by case alone are one file on some file systems.
files=$(find "$folder.part" ! -type d | tr '[:upper:]' '[:lower:]' | LC_ALL=C sort -u | wc -l)
printf 'bytes %s\nsysroots %s\nfiles %s\nhost %s\nllvm %s\n' "$(stat -c %s "$folder.part/bin/llvm")" "$digest" "$files" "$host" "$version" \
  >"$folder.part/made-of"
rm -rf "$folder"
mv "$folder.part" "$folder"
