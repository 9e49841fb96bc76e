#!/bin/sh
# unpack.sh NAME DOWNLOADS SOURCES DESTINATION PATTERN...: fetches a source and unpacks the folders that match a PATTERN.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
name=$1 downloads=$2 sources=$3 destination=$4
shift 4
file=$(sh "$here/fetch.sh" "$name" "$downloads" "$sources")
echo "-- $name: unpacking $(basename "$file")"
rm -rf "$destination" "$destination.part"
mkdir -p "$destination.part"
tar -C "$destination.part" --strip-components=1 --wildcards \
  --exclude='*/test' --exclude='*/unittests' --exclude='*/benchmarks' --exclude='*/docs' -xf "$file" "$@"
mv "$destination.part" "$destination"
