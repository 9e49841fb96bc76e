# explain-machine.sh FOLDER LLD: makes in FOLDER a machine for the explain-* tests. LLD is copied as rust-lld.
#
#   failed.txt   cargo's output of a failed link, which rustc shortened
#   whole.txt    the whole command of a link, with the PATH that rustc set
#   bin/rustc    prints its sysroot
#   rust         the sysroot, with rust-lld and libraries for x86_64-unknown-linux-musl
set -eu
rm -rf "$1"
musl=$1/rust/lib/rustlib/x86_64-unknown-linux-musl/lib
mkdir -p "$1/bin" "$musl/self-contained" "$1/rust/lib/rustlib/x86_64-unknown-linux-gnu/bin"
cp "${0%/*}/link-that-failed.txt" "$1/failed.txt"
sed "s,/t/rust,$1/rust," "${0%/*}/link-printed-whole.txt" > "$1/whole.txt"
printf '#!/bin/sh\necho %s/rust\n' "$1" > "$1/bin/rustc"
chmod +x "$1/bin/rustc"
cp "$2" "$1/rust/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld"
touch "$musl/libstd-0a1b.rlib" "$musl/libstd_detect-2c.rlib" "$musl/libcore-3d.rlib" "$musl/libstd-x.rlib"
