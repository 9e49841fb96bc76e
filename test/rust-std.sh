#!/bin/sh
# rust-std.sh DESTINATION SYSROOTS: Rust toolchains for the tests, with std for both musl targets, in the two layouts there are:
#
#   DESTINATION/self-contained   as rustup's: the std brings crt objects, libc.a and libunwind.a in self-contained/
#   DESTINATION/bare             as a distribution's or -Zbuild-std's: rustc passes bare names, and leaves them to the linker
#
# Each has bin/cargo and bin/rustc. std comes from `rustup target add` where that works. Where it doesn't, it is built from
# Debian's rust-web-src with rustc-web and cargo-web, once; then self-contained/ is made of SYSROOTS.
set -eu
triples="x86_64-unknown-linux-musl aarch64-unknown-linux-musl"
mkdir -p "$1"
destination=$(cd "$1" && pwd) sysroots=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)

# rust_root ROOT RUSTC CARGO: a root of ours with the host's std of another. rustc takes std from where its own libraries lie,
# whatever links lead to it, so it must be told.
rust_root() {
  mkdir -p "$1/bin" "$1/lib/rustlib"
  printf '#!/bin/sh\nexec "%s" --sysroot "%s" "$@"\n' "$2" "$1" >"$1/bin/rustc"
  chmod +x "$1/bin/rustc"
  ln -sfn "$3" "$1/bin/cargo"
  host=$("$2" -vV | sed -n 's/^host: //p')
  ln -sfn "$("$2" --print sysroot)/lib/rustlib/$host" "$1/lib/rustlib/$host"
}

from_rustup() {
  command -v rustup >/dev/null || return 1
  root=$(rustc --print sysroot) || return 1
  rustc=$root/bin/rustc
  for triple in $triples; do
    [ -d "$root/lib/rustlib/$triple/lib/self-contained" ] || timeout 300 rustup target add "$triple" >&2 || return 1
  done
}

from_debian() {
  sh "$here/../cmake/packages.sh" rust >&2
  root=$destination/debian rustc=/usr/bin/rustc
  rust_root "$root" /usr/bin/rustc /usr/bin/cargo
  for triple in $triples; do
    lib=$root/lib/rustlib/$triple/lib
    # Another rustc can't read it, and another sysroot's libc belongs into it.
    made_of=$(/usr/bin/rustc -vV; cksum <"$sysroots/$triple/lib/libc.a")
    [ "$(cat "$lib/made-of" 2>/dev/null)" = "$made_of" ] && continue
    rm -rf "$lib"
    echo "-- $triple: building std from source" >&2
    crate=$destination/std-crate
    mkdir -p "$crate/src"
    : >"$crate/src/lib.rs"
    printf '[package]\nname = "std-for-tests"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' >"$crate/Cargo.toml"
    # The official std carries bitcode, and LTO needs it.
    RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes /usr/bin/cargo build --quiet --release \
      --manifest-path "$crate/Cargo.toml" --target "$triple" -Zbuild-std=std,panic_abort,panic_unwind,test >&2
    mkdir -p "$lib/self-contained"
    cp "$crate/target/$triple/release/deps/"*.rlib "$lib"
    rm -f "$lib"/libstd_for_tests-*.rlib
    for file in crt1.o Scrt1.o rcrt1.o crti.o crtn.o crtbegin.o crtbeginS.o crtend.o crtendS.o libunwind.a libc.a; do
      cp "$sysroots/$triple/lib/$file" "$lib/self-contained"
    done
    echo "$made_of" >"$lib/made-of"
  done
}

from_rustup || from_debian
ln -sfn "$root" "$destination/self-contained"

bare=$destination/bare
rm -rf "$bare"
rust_root "$bare" "$rustc" "$root/bin/cargo"
for triple in $triples; do
  mkdir -p "$bare/lib/rustlib/$triple/lib"
  find "$root/lib/rustlib/$triple/lib/" -maxdepth 1 -type f -exec ln -s {} "$bare/lib/rustlib/$triple/lib" ';'
done
echo "-- Rust for the tests: $("$bare/bin/rustc" --version), std of $triples from $root" >&2
