#!/bin/sh
# profile.sh use SOURCE FILE INDEXED: makes INDEXED, the form that clang reads, of FILE, for a build of SOURCE.
# profile.sh keep SOURCE INDEXED FILE: makes FILE of INDEXED, the profile of a build of SOURCE.
#
# FILE is small enough for git: a packed text with rounded counts, without the small functions that never ran (round.py). Static functions are
# named with the folder of the source; FILE has @SOURCE@ for it. PROFDATA is the llvm-profdata of the LLVM that compiles, which is older than the
# one that is built.
# No pipes: sh takes the status of a pipe's last program alone, and an incomplete profile would look whole.
set -eu
action=$1 source=$2 from=$3 to=$4
mkdir -p "$(dirname "$to")"
case $action in
  use)
    xz -dc "$from" >"$to.whole"
    sed "s|@SOURCE@|$source|g" "$to.whole" >"$to.text"
    "$PROFDATA" merge -o "$to.part" "$to.text" ;;
  keep)
    "$PROFDATA" merge --text -o "$to.text" "$from"
    python3 -B "$(dirname "$0")/round.py" "$source" <"$to.text" >"$to.rounded"
    xz -9e <"$to.rounded" >"$to.part" ;;
esac
rm -f "$to.text" "$to.whole" "$to.rounded"
mv "$to.part" "$to"
