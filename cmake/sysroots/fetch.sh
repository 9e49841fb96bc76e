#!/bin/sh
# fetch.sh TABLE NAME DOWNLOADS [SOURCES]: puts a source of TABLE, a sources.txt, into DOWNLOADS, checks it and prints its path. It
# comes from the folder SOURCES, from upstream or from Debian, whichever has it first.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/debian.sh"
table=$1 name=$2 downloads=$3 sources=${4:-}
mkdir -p "$downloads"

note() { echo "-- $name: $*" >&2; }

# Prints the rows of $name: version, place, sum, and one to three columns that depend on the place.
rows() { awk -v name="$name" '$1 == name { print $2, $3, $4, $5, $6, $7 }' "$table"; }
[ -n "$(rows)" ] || { echo "fetch.sh: error: no source '$name' in $table" >&2; exit 1; }

sum_of() { sha256sum "$1" | cut -d' ' -f1; }

# check FILE SUM: a wrong file ends the script. It is not removed, so that it can be examined.
check() {
  found=$(sum_of "$1")
  [ "$found" = "$2" ] && return
  {
    echo "fetch.sh: error: '$1' is not the $name that is pinned"
    echo ">>> its SHA-256 is      $found"
    echo ">>> it should have been $2"
    echo ">>> remove the file to have it fetched again"
  } >&2
  exit 1
}

# file_name VERSION PLACE WHERE PACKAGE COMPRESSION: prints the file name of a row: upstream's, or Debian's.
file_name() {
  case $2 in
    upstream) basename "$3" ;;
    debian) echo "$4_$1.orig.tar.${5:-xz}" ;;
  esac
}

from_upstream() { # URL FILE
  curl --fail --location --silent --show-error --connect-timeout 10 --retry 2 --output "$2.part" "$1" &&
    mv "$2.part" "$2"
}

# from_debian VERSION SUITE PACKAGE FILE: gets a source package of Debian.
from_debian() {
  command -v apt-get >/dev/null || return 1
  mirror=$(debian_mirror "$downloads/apt-machine") || return 1
  use_lists "$downloads/apt-$2" "$(dpkg --print-architecture)" "deb-src $mirror $2" || return 1
  package=$(own_apt apt-cache showsrc "$3" |
    awk -v p="$3" -v v="$1" '$1 == "Package:" { of = $2 }
      $1 == "Version:" { plain = $2; sub(/^[0-9]+:/, "", plain); sub(/-[^-]*$/, "", plain)
                         if (of == p && plain == v) print $2 }' | sort -V | tail -n 1)
  [ -n "$package" ] || return 1
  (cd "$state" && own_apt apt-get --quiet=2 source --download-only --tar-only "$3=$package" >&2) || return 1
  mv "$state/$(basename "$4")" "$4"
}

rows | {
  first=
  while read -r version place sum where package compression; do
    file=$(file_name "$version" "$place" "$where" "$package" "$compression")
    first="$first $file"
    for folder in "$sources" "$downloads"; do
      if [ -n "$folder" ] && [ -f "$folder/$file" ]; then
        check "$folder/$file" "$sum"
        echo "$folder/$file"
        exit
      fi
    done
  done

  rows | {
    while read -r version place sum where package compression; do
      file=$downloads/$(file_name "$version" "$place" "$where" "$package" "$compression")
      note "fetching version $version from $place ($where${package:+, source package $package})"
      case $place in
        upstream) from_upstream "$where" "$file" || continue ;;
        debian) from_debian "$version" "$where" "$package" "$file" || continue ;;
      esac
      check "$file" "$sum"
      echo "$file"
      exit
    done
    {
      echo "fetch.sh: error: no place has the source of '$name'"
      echo ">>> tried each line of '$name' in $table"
      echo ">>> put one of$first into a folder and configure with -DLAMBDA_CC_SOURCES=<that folder>"
    } >&2
    exit 1
  }
}
