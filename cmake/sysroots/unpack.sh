#!/bin/sh
# unpack.sh TABLE NAME DOWNLOADS SOURCES DESTINATION PATTERN...: fetches a source of TABLE and unpacks the folders that match a
# PATTERN. Then it applies the patches of the source, patches/NAME/*.patch beside TABLE.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
table=$1 name=$2 downloads=$3 sources=$4 destination=$5
shift 5
file=$(sh "$here/fetch.sh" "$table" "$name" "$downloads" "$sources")
echo "-- $name: unpacking $(basename "$file")"
rm -rf "$destination" "$destination.part"
mkdir -p "$destination.part"
tar -C "$destination.part" --strip-components=1 --wildcards \
  --exclude='*/test' --exclude='*/unittests' --exclude='*/benchmarks' --exclude='*/docs' -xf "$file" "$@"
for patch in "$(dirname "$table")/patches/$name"/*.patch; do
  [ ! -e "$patch" ] || patch -d "$destination.part" -p1 --forward --no-backup-if-mismatch --quiet <"$patch"
done
mv "$destination.part" "$destination"
