#!/bin/sh
# record.sh FOLDER HOST VERSION DIGEST: the last step of the build of our own clang and ld.lld. FOLDER has bin/llvm, LLVM's driver build, and
# lib/clang/<major>/include. Makes the link bin/clang-<major>, by which a cache runs it, and FOLDER/made-of:
#
#   sysroots 0123456789ab     DIGEST, of the scripts of the sysroots that it goes with. The tools compare it with their own
#   files 312                 all files but made-of. `lambda-cc doctor` counts them
#   host x86_64               HOST, the machine that runs it
#   llvm 22.1.8               VERSION. The tools search the headers in the folder of its major version
set -eu
folder=$1 host=$2 version=$3 digest=$4
major=${version%%.*}
for file in bin/llvm "lib/clang/$major/include/stddef.h"; do
  [ -f "$folder/$file" ] || { echo "record.sh: no $folder/$file" >&2; exit 1; }
done
[ -n "$digest" ] || { echo "record.sh: no digest of the sysroots" >&2; exit 1; }
rm -f "$folder"/made-of*
ln -sfn llvm "$folder/bin/clang-$major"
# Two names that differ by case alone are one file on some file systems.
files=$(find "$folder" ! -type d | tr '[:upper:]' '[:lower:]' | LC_ALL=C sort -u | wc -l)
printf 'sysroots %s\nfiles %s\nhost %s\nllvm %s\n' "$digest" "$files" "$host" "$version" >"$folder/made-of.part"
mv "$folder/made-of.part" "$folder/made-of"
