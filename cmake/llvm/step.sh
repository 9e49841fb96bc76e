#!/bin/sh
# step.sh FOLDER FILES COMMAND...: makes FOLDER by COMMAND, unless it was made with the same arguments and the same FILES, which are separated by
# spaces. What an interrupted COMMAND made of these stays, and the next one continues. All else is removed: ninja compares times, and an unpacked
# source is older than the objects of the source before it.
set -eu
folder=$1 files=$2
shift 2
sum=$({ echo "$*"; for file in $files; do find "$file" -type f | LC_ALL=C sort | xargs cat; done; } | sha256sum)
state=$(cat "$folder/.step" 2>/dev/null || true)
[ "$state" != "done $sum" ] || exit 0
[ "$state" = "begun $sum" ] || rm -rf "$folder"
mkdir -p "$folder"
echo "begun $sum" >"$folder/.step"
"$@"
echo "done $sum" >"$folder/.step"
