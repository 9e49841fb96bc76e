#!/bin/sh
# rust-std.sh DESTINATION SYSROOTS [debian]: Rust toolchains for the tests, with std for the musl and the gnu targets, in the two layouts
# there are:
#
#   DESTINATION/self-contained   as rustup's: the std of musl brings crt objects, libc.a and libunwind.a in self-contained/
#   DESTINATION/bare             as a distribution's or -Zbuild-std's: rustc passes bare names, and leaves them to the linker
#
# Each has bin/cargo and bin/rustc. std comes from `rustup target add` where that works. Where it doesn't, and always with `debian`, Debian's
# rustc-web and cargo-web build it once from rust-web-src, and self-contained/ is made of SYSROOTS. The host's std is there already. That of
# the other gnu target is a package of Debian's, because a build of it would take minutes.
set -eu
case $(uname -m) in
  aarch64) other_gnu=x86_64-unknown-linux-gnu other_architecture=amd64 ;;
  *) other_gnu=aarch64-unknown-linux-gnu other_architecture=arm64 ;;
esac
triples="x86_64-unknown-linux-musl aarch64-unknown-linux-musl $other_gnu"
mkdir -p "$1"
destination=$(cd "$1" && pwd) sysroots=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../cmake/sysroots/debian.sh"

# rust_root ROOT RUSTC CARGO: a root of ours with the host's std of another. rustc takes std from where its own libraries lie,
# whatever links lead to it, so the sysroot is an argument.
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
    case $triple in *-musl) brings=lib/self-contained ;; *) brings=lib ;; esac
    [ -d "$root/lib/rustlib/$triple/$brings" ] || timeout 300 rustup target add "$triple" >&2 || return 1
  done
  # For build scripts as a rustc on Windows makes them: test/windows. Debian's Rust has no std for it.
  windows=x86_64-pc-windows-gnu
  [ -d "$root/lib/rustlib/$windows/lib" ] || timeout 300 rustup target add "$windows" >&2 || true
}

# The package for the other architecture, without adding that to this machine's.
other_gnu_package() { # LIB
  version=$(dpkg-query -W -f '${Version}' rustc-web) || return 1
  lists=$destination/apt-$other_architecture
  places=$(debian_places "$destination/apt-machine") || return 1
  echo "-- $other_gnu: fetching std, a package for $other_architecture" >&2
  use_lists "$lists" "$other_architecture" "$(echo "$places" | sed 's/^/deb /')" || return 1
  (cd "$lists" && own_apt apt-get --quiet=2 download "libstd-rust-web-dev=$version" >&2) || return 1
  dpkg-deb -x "$lists"/libstd-rust-web-dev_*.deb "$lists/root" || return 1
  mkdir -p "$(dirname "$1")"
  mv "$lists/root/usr/lib/rustlib/$other_gnu/lib" "$1" || return 1
  rm -rf "$lists" "$destination/apt-machine"
}

from_debian() {
  sh "$here/../cmake/packages.sh" rust >&2
  root=$destination/debian rustc=/usr/bin/rustc
  rust_root "$root" /usr/bin/rustc /usr/bin/cargo
  for triple in $triples; do
    lib=$root/lib/rustlib/$triple/lib
    # Another rustc can't read it, and another sysroot's libc belongs into it.
    case $triple in
      *-musl) made_of=$(/usr/bin/rustc -vV; cksum <"$sysroots/$triple/lib/libc.a") ;;
      *) made_of=$(/usr/bin/rustc -vV) ;;
    esac
    [ "$(cat "$lib/made-of" 2>/dev/null)" = "$made_of" ] && continue
    rm -rf "$lib"
    if [ $triple = $other_gnu ] && other_gnu_package "$lib"; then
      echo "$made_of" >"$lib/made-of"
      continue
    fi
    echo "-- $triple: building std from source" >&2
    crate=$destination/std-crate
    mkdir -p "$crate/src"
    : >"$crate/src/lib.rs"
    printf '[package]\nname = "std-for-tests"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' >"$crate/Cargo.toml"
    # The official std carries bitcode, and LTO needs it.
    RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes /usr/bin/cargo build --quiet --release \
      --manifest-path "$crate/Cargo.toml" --target "$triple" -Zbuild-std=std,panic_abort,panic_unwind,test >&2
    mkdir -p "$lib"
    cp "$crate/target/$triple/release/deps/"*.rlib "$lib"
    rm -f "$lib"/libstd_for_tests-*.rlib
    if [ $triple != $other_gnu ]; then
      mkdir -p "$lib/self-contained"
      for file in crt1.o Scrt1.o rcrt1.o crti.o crtn.o crtbegin.o crtbeginS.o crtend.o crtendS.o libunwind.a libc.a; do
        cp "$sysroots/$triple/lib/$file" "$lib/self-contained"
      done
    fi
    echo "$made_of" >"$lib/made-of"
  done
}

[ "${3-}" != debian ] && from_rustup || from_debian
ln -sfn "$root" "$destination/self-contained"

bare=$destination/bare
rm -rf "$bare"
rust_root "$bare" "$rustc" "$root/bin/cargo"
for triple in $triples; do
  mkdir -p "$bare/lib/rustlib/$triple/lib"
  find "$root/lib/rustlib/$triple/lib/" -maxdepth 1 -type f -exec ln -s {} "$bare/lib/rustlib/$triple/lib" ';'
done
echo "-- Rust for the tests: $("$bare/bin/rustc" --version), std of $triples from $root" >&2
