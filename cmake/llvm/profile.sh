#!/bin/sh
# profile.sh use SOURCE FILE PROFDATA: makes PROFDATA of FILE, for a build of SOURCE.
# profile.sh keep SOURCE PROFDATA FILE: makes FILE of PROFDATA, the profile of a build of SOURCE.
#
# FILE is small enough for git: it has text, whose counts are rounded to three bits after the first, and is packed. The folder of the source is
# in the names of static functions; FILE has @SOURCE@ in its place. PROFDATA_TOOL is llvm-profdata of the LLVM that compiles.
set -eu
action=$1 source=$2 from=$3 to=$4
mkdir -p "$(dirname "$to")"
case $action in
  use)
    xz -dc "$from" | sed "s|@SOURCE@|$source|g" >"$to.text"
    "$PROFDATA" merge -o "$to.part" "$to.text"
    rm "$to.text" ;;
  keep)
    "$PROFDATA" merge --text --sparse -o "$to.text" "$from"
    python3 -B "$(dirname "$0")/round.py" "$source" <"$to.text" | xz -9e >"$to.part"
    rm "$to.text" ;;
esac
mv "$to.part" "$to"
