#!/bin/sh
# prepare.sh: makes what `ctest -L packages` needs beside the packages of cmake/release.sh: Debian roots with Rust for amd64 and (by qemu)
# for arm64, and the sources of all crates. Needs root. A second run takes no time.
set -eu
cd "$(dirname "$0")/../.."
sh cmake/packages.sh test roots
sh test/rust-std.sh build/rust build/sysroots
sh test/rust-std.sh build/rust-debian build/sysroots debian
sh test/real-glibc.sh build/glibc
sh test/packages/roots.sh build/roots build/rust-debian
for project in example crates; do
  sh test/packages/vendor.sh test/$project build/vendored/$project "$PWD/build/rust/self-contained/bin/cargo"
done
