#!/bin/sh
# cargo-chef.sh FOLDER RUST: installs cargo-chef in FOLDER, by the cargo of RUST. It takes some minutes.
set -eu
[ $# = 2 ] || { echo "cargo-chef.sh: error: wants a folder, and one with Rust" >&2; exit 2; }
rust=$(cd "$2" && pwd)
version=0.1.78
if ! grep -qs "^$version$" "$1/complete"; then
  RUSTC=$rust/bin/rustc "$rust/bin/cargo" --quiet install cargo-chef --version "$version" --locked --force --root "$1"
  echo "$version" >"$1/complete" # the next call finds it
fi
