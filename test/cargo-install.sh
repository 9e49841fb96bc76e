#!/bin/sh
# cargo-install.sh FOLDER RUST PROGRAM: builds cargo-chef or sccache from its crate into FOLDER/bin, by the cargo of RUST, because no
# distribution has it, or not with its distributed mode. It takes some minutes, and a second run takes no time.
set -eu
[ $# = 3 ] || { echo "cargo-install.sh: error: wants a folder, one with Rust, and a program" >&2; exit 2; }
folder=$1 rust=$(cd "$2" && pwd) program=$3
case $program in
cargo-chef) version=0.1.78 options= ;;
sccache)
  version=0.19.0 options="--no-default-features --features dist-client,dist-server"
  # The scheduler gives a job up after a minute, so what packs and sends a compiler of 300 MB is optimized. Without LTO it is built in half
  # the time.
  export CARGO_PROFILE_RELEASE_OPT_LEVEL=2 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
  ;;
*) echo "cargo-install.sh: error: no version of '$program'" >&2; exit 2 ;;
esac
[ "$(cat "$folder/complete" 2>/dev/null)" = "$version" ] && exit
rm -rf "$folder"
# shellcheck disable=SC2086 # several options
RUSTC=$rust/bin/rustc "$rust/bin/cargo" install --quiet --locked --root "$folder" --version "$version" $options "$program"
echo "$version" >"$folder/complete"
