#!/bin/sh
# unpack.sh TABLE NAME DOWNLOADS SOURCES DESTINATION PATTERN...: fetches a source of TABLE and unpacks the folders that match a
# PATTERN. Then it applies the patches of the source, patches/NAME/*.patch beside TABLE, in the order of their names.
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

# is_for PATCH: whether a file that it changes is unpacked. A package needs only the licence of some sources.
is_for() {
  for changed in $(sed -n 's|^--- a/||p' "$1"); do
    [ ! -e "$destination.part/$changed" ] || return 0
  done
  return 1
}
for patch in "$(dirname "$table")/patches/$name"/*.patch; do
  if [ -e "$patch" ] && is_for "$patch"; then
    patch --directory "$destination.part" --strip 1 --batch --silent --no-backup-if-mismatch --input "$patch"
  fi
done
mv "$destination.part" "$destination"
