#!/bin/sh
# packages.sh SET...: installs the packages of each set on Debian and Ubuntu, if some of them are missing. Sets: build, release,
# test, callers, roots, rust.
set -eu

# The GCC for the other machine, and its headers and libraries, which lambda-cc must not use.
other_gcc() {
  case $(dpkg --print-architecture) in
    arm64) echo gcc-x86-64-linux-gnu libc6-dev-amd64-cross ;;
    *) echo gcc-aarch64-linux-gnu libc6-dev-arm64-cross ;;
  esac
}

packages() {
  case $1 in
    build) echo build-essential cmake ninja-build curl xz-utils python3 clang-19 lld-19 llvm-19 llvm-19-dev llvm-19-tools \
      libclang-19-dev libfmt-dev libzstd-dev zlib1g-dev libtinfo-dev libgtest-dev libtomlplusplus-dev perl tcl ;;
    test) echo autoconf automake clang-format-19 clang-tidy-19 libclang-rt-19-dev bindgen bubblewrap ccache distcc fish icecc libtool make mandoc \
      exfat-fuse exfatprogs $(other_gcc) gcc-mingw-w64-x86-64-posix mariadb-server meson mold ntfs-3g openssl pkgconf postgresql python3-dev \
      python3-venv python3-yaml qemu-user-static rubocop sccache strace wine64 zip zsh ;;
    callers) echo bazel-bootstrap bazel-rules-cc bazel-rules-java ;; # with its Java 160 MB; only for `sh cmake/test.sh --all`
    release) echo python3-venv qemu-user-static ;;
    roots) echo debootstrap ;;
    rust) echo cargo-web rustc-web rust-web-src ;; # Debian's newest Rust, for machines without rustup
    *) echo "packages.sh: error: no set '$1'" >&2; exit 2 ;;
  esac
}

missing=
for set in "$@"; do
  for package in $(packages "$set"); do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
done
[ -n "$missing" ] || exit 0

sudo=
[ "$(id -u)" = 0 ] || sudo=sudo
if ! command -v apt-get >/dev/null || { [ -n "$sudo" ] && ! command -v sudo >/dev/null; }; then
  echo "packages.sh: error: packages are missing, and this can't install them" >&2
  echo ">>> install$missing" >&2
  exit 1
fi
echo "-- installing$missing"
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get --quiet=2 update
# shellcheck disable=SC2086
$sudo apt-get --quiet=2 install --no-install-recommends $missing >/dev/null
