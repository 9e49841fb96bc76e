#!/bin/sh
# build-cache.sh KIND FOLDER KEY TRIPLES [COMMAND...]: fills FOLDER from the user's cache, or by COMMAND, and then keeps the result. KIND is what
# the folder has: `sysroots` or `libraries`, or `llvm`. TRIPLES of llvm is one host. Without COMMAND what the cache does not have stays as it is.
#
# KEY is a file of text: everything that determines the bytes of the files. COMMAND gets the folder as a variable of the name KIND. It writes
# KEY again after the build, since a source may have changed meanwhile. An entry of the cache is a folder, and its name has KEY's sum:
#
#   $XDG_CACHE_HOME/lambda-cc/KIND-SUM/{key,tree.tar.gz,sum}
#
# An entry is written beside its place and renamed, so there is never half of one. It is read only if its key is KEY, byte for byte, and its
# archive has its sum. All else is removed and built anew. A cache that can't be read or written is a note: COMMAND runs.
# LAMBDA_CC_NO_CACHE=1 neither reads nor writes it, and builds again what came from it; 0 is the same as no value.
#
# The file FOLDER/.build/made-by has one line: `building SUM` or `restoring SUM` from the start on, `built SUM` or `restored SUM` at the
# end. The sum is `mixed` where another build, of another key or without this script, may have left files. Such a tree is never kept.
# For llvm it is FOLDER/.HOST/made-by: each host has a key of its own, and .build has what both hosts and the profile use, and stays. Its
# .build/HOST has this host's objects: what was made for another key is removed. So llvm is mixed only if its key changed during the build.
#
# A folder is whole if it has as many files as its made-of records. Otherwise all are made anew: each step has a stamp, so that
# COMMAND would do nothing for files that are missing.
set -eu
note() { echo "-- $kind: $*" >&2; }
die() { echo "build-cache.sh: error: $1" >&2; exit "${2-1}"; }

kind=$1
mkdir -p "$2"
tree=$(cd "$2" && pwd) key=$3 triples=$4
shift 4
keep=3 # entries: the newest, by their last use
cache=
for folder in "${XDG_CACHE_HOME:-}" "${HOME:-}/.cache"; do
  case $folder in
    /.cache) ;; # without HOME
    /*) cache=$folder/lambda-cc && break ;; # the XDG specification ignores relative paths
  esac
done
no_cache=${LAMBDA_CC_NO_CACHE:-0}
[ "$no_cache" != 0 ] || no_cache=
[ -f "$key" ] && [ -r "$key" ] && [ -s "$key" ] || die "the key '$key' is empty or can't be read" 2
[ "${triples#*[! ]}" != "$triples" ] || die "there is no triple to build" 2
sum_of_key() { sha256sum <"$key" | cut -d' ' -f1; }
sum=$(sum_of_key)
entry=$cache/$kind-$sum
own=.build
[ "$kind" != llvm ] || own=.$triples
made_by=$tree/$own/made-by

# What the tests read of the sysroots' build below .build: the headers that it read, and what CMake decided. record_deps writes the first,
# add_decisions FOLDER the second. Neither names a folder of the build.
record_deps() {
  [ "$kind" = sysroots ] || return 0
  for build in "$tree"/.build/*/compiler-rt "$tree"/.build/*/cxx; do
    [ ! -e "$build/build.ninja" ] || ninja -C "$build" -t deps | sed "s|$tree/|sysroots/|; s|$PWD/||" >"$build/deps"
  done
}

add_decisions() {
  [ "$kind" = sysroots ] || return 0
  (cd "$tree" && find .build -mindepth 3 -maxdepth 3 -name CMakeCache.txt) | while read -r file; do
    mkdir -p "$1/$(dirname "$file")"
    grep -E '^[A-Za-z0-9_]*HA(S|VE)_[A-Za-z0-9_]*:' "$tree/$file" >"$1/$file" || return 1
  done
}

read_by_tests() {
  [ "$kind" = sysroots ] || return 0
  (cd "$tree" && find .build/src/glibc-* .build/src/mimalloc .build/*/*/deps .build/*/*/CMakeCache.txt "$@" 2>/dev/null) || true
}

# Sets `part` to the first that is not.
is_whole() {
  for part in $triples "$own"; do
    files=$(sed -n 's/^files //p' "$tree/$part/made-of" 2>/dev/null) || return 1
    case $part in
      "$own") [ "$(read_by_tests ! -type d | wc -l)" = "$files" ] || return 1 ;;
      *) # as record.sh counts
        [ "$(find "$tree/$part" ! -type d ! -path "$tree/$part/made-of" | tr '[:upper:]' '[:lower:]' | LC_ALL=C sort -u | wc -l)" = "$files" ] ||
          return 1 ;;
    esac
  done
}

ended() { # VERB SUM
  echo "files $(read_by_tests ! -type d | wc -l)" >"$tree/$own/made-of"
  echo "$*" >"$made_by"
}

clear_tree() {
  for triple in $triples; do
    rm -rf "${tree:?}/$triple"
    [ "$kind" != llvm ] || rm -rf "$tree/.build/$triple"
  done
  mkdir -p "$tree/$own"
  find "$tree/$own" -mindepth 1 -maxdepth 1 ! -name downloads -exec rm -rf {} +
}

# What is missing is damage. What another user forbids to read is not.
can_be_read() { # ENTRY
  [ ! -d "$1" ] || { [ -r "$1" ] && [ -x "$1" ]; } || return 1
  for file in key tree.tar.gz sum; do
    [ ! -e "$1/$file" ] || [ -r "$1/$file" ] || return 1
  done
}

is_right() { # ENTRY
  cmp -s "$1/key" "$key" && [ "$(sha256sum <"$1/tree.tar.gz" | cut -d' ' -f1)" = "$(cat "$1/sum")" ]
}

restore() {
  [ -e "$entry" ] || [ -L "$entry" ] || return 1
  can_be_read "$entry" || { note "$entry can't be read"; return 1; }
  if ! is_right "$entry" 2>/dev/null; then
    if rm -rf "$entry" 2>/dev/null; then
      note "$entry is damaged, and is removed"
    else
      note "$entry is damaged, and can't be removed"
    fi
    return 1
  fi
  mkdir -p "$tree/$own"
  echo "restoring $sum" >"$made_by"
  # Another process may remove the entry now: then tar fails, or has read it whole.
  if ! tar -C "$tree" --no-same-owner --no-same-permissions -xzf "$entry/tree.tar.gz" 2>/dev/null; then
    note "$entry can't be unpacked"
    clear_tree
    return 1
  fi
  touch "$entry" 2>/dev/null || true
  ended restored "$sum"
  note "taken from $entry"
}

# Fails where the cache can't be written.
store() {
  mkdir -p "$cache" && part=$(mktemp -d "$cache/.part.XXXXXX") || return 1
  # shellcheck disable=SC2086
  mkdir -p "$part/more/$own" && add_decisions "$part/more" &&
    tar -C "$tree" --owner=0 --group=0 --mode=u=rwX,go=rX -cf "$part/tree.tar" $triples \
      $(read_by_tests -prune ! -name CMakeCache.txt) -C "$part/more" "$own" &&
    rm -rf "$part/more" && gzip -1 "$part/tree.tar" && cp "$key" "$part/key" &&
    sha256sum <"$part/tree.tar.gz" | cut -d' ' -f1 >"$part/sum" && is_right "$part" && chmod 755 "$part" &&
    { is_right "$entry" || rm -rf "$entry"; } && mv -T "$part" "$entry" || { rm -rf "$part"; is_right "$entry"; }
}

prune() {
  find "$cache/" -maxdepth 1 -name '.part.*' -mmin +600 -exec rm -rf {} +
  # shellcheck disable=SC2012
  ls -dt "$cache/$kind"-* | tail -n +$((keep + 1)) | while read -r old; do rm -rf "$old"; done
}

state=$(cat "$made_by" 2>/dev/null || true)
case $state in
  built* | restored*)
    # `cmake --build` without this script leaves newer stamps, and may have run for other sources.
    if [ -n "$(find "$tree/$own" -maxdepth 2 -name '*.stamp' -newer "$made_by")" ]; then
      state="building mixed"
    elif ! is_whole; then
      note "$tree/$part is not whole, so all are made anew"
      clear_tree
      state=
    fi ;;
esac
[ "$state" != "restored $sum" ] || [ -n "$no_cache" ] || exit 0
case $kind:$state in
  *:restor*) clear_tree ;; # of another key, half, or not wanted
  llvm:"building $sum" | llvm:"built $sum") ;;
  llvm:*) [ $# = 0 ] || clear_tree ;;
esac

begun=
for triple in $triples; do
  [ ! -e "$tree/$triple" ] && [ ! -e "$tree/.build/$triple" ] || begun=1
done
made=mixed
if [ -z "$begun" ]; then
  clear_tree # also the sources, which another key may have unpacked
  [ -n "$no_cache" ] || [ -z "$cache" ] || ! restore || exit 0
  made=$sum
elif [ "$state" = "building $sum" ] || [ "$state" = "built $sum" ]; then
  made=$sum
fi
[ $# -gt 0 ] || exit 0
mkdir -p "$tree/$own"
echo "building $made" >"$made_by"
env "$kind=$tree" "$@"
record_deps
[ "$(sum_of_key)" = "$sum" ] || made=mixed # a source changed during the build
ended built "$made"
if ! is_whole; then
  [ -n "$begun" ] || die "$tree/$part is not whole after its build"
  note "$tree/$part is not whole, so all are made anew"
  clear_tree
  exec sh "$0" "$kind" "$tree" "$key" "$triples" "$@"
fi

if [ "$made" = mixed ]; then
  note "built on top of another build, so they are not kept for other folders"
elif [ -n "$no_cache" ] || is_right "$entry" 2>/dev/null; then
  :
# shellcheck disable=SC2086
elif named=$(cd "$tree" && grep -rlF "$tree/" $triples); then
  echo "build-cache.sh: error: the $kind name the folder that they were built in" >&2
  printf '>>> %s\n' $named >&2
  exit 1
elif [ -z "$cache" ]; then
  note "there is no cache folder, so they are not kept for other folders"
elif store 2>/dev/null; then
  note "kept in $entry"
  prune 2>/dev/null || true # an entry of another user may stay
elif [ -e "$entry" ]; then
  note "$entry can't be replaced, so they are not kept for other folders"
else
  note "$cache can't be written, so they are not kept for other folders"
fi
