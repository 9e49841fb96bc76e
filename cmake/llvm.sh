#!/bin/sh
# llvm.sh [HOST | profile | cached HOST | key HOST]: builds our own clang and ld.lld for HOST, x86_64 or aarch64 (by default this machine), in
# build/llvm/HOST, or takes them from the user's cache (build-cache.sh). It takes 70 minutes for a host. An interrupted build continues where it
# stopped. The lambda-cc of build/release compiles them, with its sysroots and libraries: a change of what these are made of is a new build.
#
#   source, tools -> instrumented -> training -> cmake/llvm/profile.xz    `profile`, on an x86_64 machine; one profile serves both hosts
#   source, tools, cmake/llvm/profile.xz -> HOST/{bin/llvm,lib,made-of}
#
# `cached` takes them from the cache and builds nothing. `key` prints what determines their bytes.
set -eu

die() { # STATUS HEADLINE [ADVICE]
  echo "llvm.sh: error: $2" >&2
  [ -z "${3-}" ] || echo ">>> $3" >&2
  exit "$1"
}

what=${1-$(uname -m)} host=${2-$(uname -m)}
case $#:$what in
  [01]:x86_64 | [01]:aarch64) host=$what ;;
  1:profile | 2:cached | 2:key | 2:make) ;;
  *) die 2 "unexpected arguments: $*" "llvm.sh [x86_64 | aarch64 | profile | cached HOST | key HOST]" ;;
esac
case $host in x86_64 | aarch64) ;; *) die 2 "no host '$host'" "x86_64 or aarch64" ;; esac
cd "$(dirname "$0")/.."
root=$(pwd)
here=$root/cmake/llvm
work=$root/build/llvm/.build

configured() { sed -n "s/^$1=//p" build/release/CMakeCache.txt 2>/dev/null || true; }
CLANG=$(configured SYSROOT_CLANG:FILEPATH) CLANGXX=$(configured SYSROOT_CLANGXX:FILEPATH) LLD=$(configured SYSROOT_LLD:FILEPATH)
LIBRARIES=$(configured LAMBDA_CC_LIBRARIES:PATH) SYSROOTS=$(configured LAMBDA_CC_SYSROOTS:PATH)
[ -n "$LIBRARIES" ] && [ -n "$CLANG" ] || die 1 "build/release is not configured" "cmake --preset release"
PROFDATA=$(dirname "$CLANG")/llvm-profdata PREFIX=$LIBRARIES/.build/prefix TOOLS=$work/tools RUST=$root/build/rust/self-contained
export CLANG CLANGXX LLD PROFDATA LIBRARIES PREFIX TOOLS RUST

print_key() {
  echo "layout 1" # raise it when lambda-cc compiles or links LLVM in another way
  echo "host $host"
  # The profile is in the key, and not what makes it.
  find cmake/llvm -type f ! -name train.sh ! -name round.py ! -name step.sh | LC_ALL=C sort | xargs sha256sum
  sh cmake/libraries.sh key
}

# step FOLDER FILES COMMAND...: step.sh, with FOLDER in $work and FILES in cmake/llvm.
step() {
  folder=$1 files=
  for file in $2; do
    files="$files cmake/llvm/$file"
  done
  shift 2
  sh cmake/llvm/step.sh "$work/$folder" "$files" "$@"
}

prepare() {
  step src/llvm "sources.txt patches" sh cmake/sysroots/unpack.sh "$here/sources.txt" llvm "$work/downloads" "${LAMBDA_CC_SOURCES-}" \
    "$work/src/llvm" '*/llvm' '*/clang' '*/lld' '*/cmake' '*/third-party' '*/libunwind/include' '*/libc/src/string' \
    '*/libc/src/strings' '*/libc/src/stdlib' '*/libc/src/__support' '*/libc/hdr' '*/libc/include'
  step tools "sources.txt patches tools.sh Settings.cmake" sh "$here/tools.sh" "$work/src/llvm" "$TOOLS"
}

files_of_build="sources.txt patches build.sh Settings.cmake Precompile.cmake"

# What the build needs of this repository. Nothing is done for what is there.
needs() {
  cmake --build --preset release --target lambda-cc
  sh cmake/sysroots.sh
  sh cmake/libraries.sh
  cmake --build --preset release --target libraries-tools
}

needs_profile() {
  [ -e "$here/profile.xz" ] || die 1 "cmake/llvm/profile.xz does not exist" "'llvm.sh profile' makes it, on an x86_64 machine"
}

# from_cache [COMMAND...]: takes the result from the cache, or runs COMMAND.
from_cache() {
  print_key >"build/llvm-$host.key"
  sh cmake/build-cache.sh llvm "$root/build/llvm" "build/llvm-$host.key" "$host" "$@"
}

case $what in
  key) print_key ;;
  cached) from_cache ;;
  make)
    needs_profile
    prepare
    # The name changes with the profile, and so do the commands of the build.
    profile=$work/$(sha256sum <"$here/profile.xz" | cut -c1-16).profdata
    [ -e "$profile" ] || sh "$here/profile.sh" use "$work/src/llvm" "$here/profile.xz" "$profile"
    step "$host" "$files_of_build" sh "$here/build.sh" "$host" "$work/src/llvm" "$work/$host" "$profile"
    version=$(awk '$1 == "llvm" { print $2; exit }' "$here/sources.txt")
    digest=$(sed -n 's/^scripts //p' "$SYSROOTS/$host-unknown-linux-musl/made-of")
    sh "$here/record.sh" "$work/src/llvm" "$work/$host" "$root/build/llvm/$host" "$host" "$version" "$digest" ;;
  profile)
    [ "$(uname -m)" = x86_64 ] || die 1 "this machine can't run what 'llvm.sh profile' builds" "it needs an x86_64 machine"
    needs
    sh test/rust-std.sh build/rust build/sysroots
    prepare
    step instrumented "$files_of_build" sh "$here/build.sh" x86_64 "$work/src/llvm" "$work/instrumented"
    step training "$files_of_build train.sh" sh "$here/train.sh" "$work/instrumented" "$work/training" "$work/training/profdata"
    # Beside its place, an interrupted one would be part of the key.
    sh "$here/profile.sh" keep "$work/src/llvm" "$work/training/profdata" "$work/profile.xz"
    mv "$work/profile.xz" "$here/profile.xz" ;;
  *)
    needs_profile
    needs
    from_cache sh -c 'sh cmake/llvm.sh make "$1" && sh cmake/llvm.sh key "$1" >"build/llvm-$1.key"' sh "$host" ;;
esac
