#!/bin/sh
# as-cargo.sh TARGET OUT COMMAND...: runs a build script with the variables that cargo on Windows sets for it. The folder OUT is made.
set -eu
target=$1 out=$2
shift 2
mkdir -p "$out"
rest=${target#*-unknown-linux-}
export TARGET="$target" HOST=x86_64-pc-windows-msvc NUM_JOBS=2 OPT_LEVEL=0 DEBUG=true PROFILE=debug CARGO_ENCODED_RUSTFLAGS=
export OUT_DIR="$(echo "Z:$PWD/$out" | tr / '\\')" CARGO_MANIFEST_DIR="$(echo "Z:$PWD" | tr / '\\')"
export CARGO_CFG_TARGET_OS=linux CARGO_CFG_TARGET_FAMILY=unix CARGO_CFG_TARGET_ENV="$rest" CARGO_CFG_TARGET_ARCH="${target%%-*}" \
  CARGO_CFG_TARGET_FEATURE=
exec "$@"
