#!/bin/sh
# quickstart.sh: from a fresh Debian or Ubuntu machine to an installed tree in build/prefix, and the example built with it for both
# targets and run. Again, it takes seconds.
set -eu
[ $# = 0 ] || { echo "quickstart.sh: error: unexpected arguments: $*" >&2; exit 2; }
cd "$(dirname "$0")/.."
root=$(pwd)

sh cmake/packages.sh build
command -v openssl >/dev/null && command -v qemu-aarch64-static >/dev/null || sh cmake/packages.sh test

mkdir -p build
cmake --preset release ${LAMBDA_CC_SOURCES:+-DLAMBDA_CC_SOURCES="$LAMBDA_CC_SOURCES"} >build/configure.log 2>&1 ||
  { cat build/configure.log; exit 1; }
echo "-- building lambda-cc"
cmake --build --preset release --target lambda-cc
echo "-- building the sysroots: seven to fifteen minutes the first time, with their messages in build/sysroots.log"
sh cmake/sysroots.sh >build/sysroots.log 2>&1 || { tail -n 40 build/sysroots.log; exit 1; }
grep '^-- sysroots: ' build/sysroots.log || true # whether the cache was used
echo "-- building the libraries: ten to twenty minutes the first time, with their messages in build/libraries.log"
sh cmake/libraries.sh >build/libraries.log 2>&1 || { tail -n 40 build/libraries.log; exit 1; }
grep '^-- libraries: ' build/libraries.log || true
cmake --install build/release >/dev/null
sh test/rust-std.sh build/rust build/sysroots

# The example, with one line of configuration for each target and nothing else.
example=build/example
rm -rf $example/src
mkdir -p $example/.cargo
cp -R test/example/. $example
for triple in x86_64-unknown-linux-musl aarch64-unknown-linux-musl; do
  printf '[target.%s]\nlinker = "%s/build/prefix/bin/%s-gcc"\n\n' $triple "$root" $triple
done >$example/.cargo/config.toml
echo "-- building the example with $example/.cargo/config.toml:"
cat $example/.cargo/config.toml
(cd $example && RUSTC=$root/build/rust/self-contained/bin/rustc "$root/build/rust/self-contained/bin/cargo" build --locked --release \
  --target x86_64-unknown-linux-musl --target aarch64-unknown-linux-musl)

machine=$(uname -m)
for arch in x86_64 aarch64; do
  program=$example/target/$arch-unknown-linux-musl/release/fetch-page
  emulator=
  [ $arch = "$machine" ] || emulator="--qemu $arch"
  echo "-- $program prints:"
  # shellcheck disable=SC2086
  python3 test/rust/fetch_page.py $emulator $program
done
echo "-- both programs fetched a page over TLS. To use lambda-cc in this shell, in any project:"
echo "     export PATH=$root/build/prefix/libexec/lambda-cc/drop-in:\$PATH"
command -v rustup >/dev/null || echo "     export PATH=$root/build/rust/self-contained/bin:\$PATH   # a Rust with std for all targets"
echo "     lambda-cc doctor"
