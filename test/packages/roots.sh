#!/bin/sh
# roots.sh DESTINATION STD: makes Debian roots for test/packages, like new machines: DESTINATION/{amd64,arm64}, each with Rust and Python,
# without a compiler. qemu runs all programs of the arm64 root. Needs root. A second run takes no time.
#
# Rust is Debian's newest. Its std for the glibc target of the other architecture is a package of that architecture. std for musl comes from
# STD, which `rust-std.sh … debian` made from the same Rust: std is the same on each host.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../../cmake/sysroots/debian.sh"
[ "$(id -u)" = 0 ] || { echo "roots.sh: error: this needs root" >&2; exit 1; }
mkdir -p "$1"
destination=$(cd "$1" && pwd) std=$(cd "$2" && pwd)

note() { echo "-- $*" >&2; }

# Makes the kernel run arm64 programs by qemu. With the flag F it opens qemu now, so that roots need no qemu.
run_foreign_programs() {
  misc=/proc/sys/fs/binfmt_misc
  [ -e $misc/register ] || mount -t binfmt_misc binfmt_misc $misc
  [ -e $misc/qemu-aarch64 ] || cat /usr/lib/binfmt.d/qemu-aarch64.conf >$misc/register
}

# no_compiler FOLDER: packs a package that provides the names of a compiler, on which Debian's Rust depends, and has no files.
no_compiler() {
  mkdir -p "$1/DEBIAN"
  cat >"$1/DEBIAN/control" <<END
Package: no-compiler
Version: 1
Architecture: all
Maintainer: the tests of lambda-cc
Provides: gcc (= 99), g++ (= 99), binutils (= 99), c-compiler, libc-dev, libc6-dev (= 99)
Description: the names of a compiler, without a compiler
END
  dpkg-deb --build "$1" "$1.deb" >/dev/null
}

# new_root ARCHITECTURE OTHER: makes the root for one architecture, with Rust's std for the other.
new_root() {
  root=$destination/$1
  [ -e "$root/complete" ] && return
  note "$1: a Debian root with Rust, some minutes"
  rm -rf "$root"
  places=$(debian_places "$destination/machine")
  [ -n "$places" ] || { echo "roots.sh: error: this machine has no Debian mirror in its sources: run it on Debian" >&2; exit 1; }
  mirror=$(echo "$places" | grep -v security | cut -d' ' -f1 | head -n 1)
  debootstrap --variant=minbase --arch="$1" bookworm "$root" "$mirror"
  echo "$places" | grep -E ' (bookworm|bookworm-updates|bookworm-security)$' | sed 's/^/deb /; s/$/ main/' >"$root/etc/apt/sources.list"
  cp /etc/resolv.conf /etc/hosts "$root/etc/"
  printf 'APT::Install-Recommends "false";\nAPT::Sandbox::User "root";\nAcquire::Languages "none";\n' >"$root/etc/apt/apt.conf.d/tests"
  printf 'Dpkg::Use-Pty "false";\n' >>"$root/etc/apt/apt.conf.d/tests"
  echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/tests" # no fsync for each file
  no_compiler "$root/tmp/no-compiler"
  DEBIAN_FRONTEND=noninteractive chroot "$root" sh -euc "
    dpkg --add-architecture $2
    apt-get --quiet=2 update
    apt-get --quiet=2 install ca-certificates python3 python3-venv /tmp/no-compiler.deb >/dev/null
    apt-get --quiet=2 install rustc-web cargo-web >/dev/null
    cd /tmp
    apt-get --quiet=2 download libstd-rust-web-dev:$2
    dpkg-deb -x libstd-rust-web-dev_*.deb /tmp/other
    cp -R /tmp/other/usr/lib/rustlib/. /usr/lib/rustlib
    rm -rf /tmp/*
    ! command -v cc
    rustc --version
    cargo --version"
  for triple in x86_64-unknown-linux-musl aarch64-unknown-linux-musl; do
    mkdir -p "$root/usr/lib/rustlib/$triple"
    cp -R "$std/debian/lib/rustlib/$triple/lib" "$root/usr/lib/rustlib/$triple"
  done
  touch "$root/complete"
}

run_foreign_programs
new_root amd64 arm64
new_root arm64 amd64
