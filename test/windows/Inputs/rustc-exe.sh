#!/bin/sh
# rustc-exe.sh RUST PACKAGE ZIG: links by the rustc.exe and cargo.exe in RUST. Their origin is unknown, so it runs as a user of its own
# without a network, and can write only into this folder. wine's folders must be that user's, too.
set -eu
rust=$1 package=$2 zig=$3 here=$(cd "$(dirname "$0")" && pwd)
if [ -z "${CONFINED-}" ] && [ "$(id -u)" != 0 ]; then
  exec env CONFINED=1 unshare --map-root-user --net sh "$0" "$@"
elif [ -z "${CONFINED-}" ]; then
  chown -R 65534:65534 .
  exec env CONFINED=1 HOME="$PWD" TMPDIR="$PWD" USER=nobody unshare --net setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs \
    sh "$0" "$@"
fi
run() { # FOLDERS COMMAND...: as wine.sh describes it
  sh "$here/../wine.sh" "$PWD/wine" "$@"
}

cp "$here/no_core.rs" .
common="--target x86_64-unknown-linux-musl -C panic=abort -C link-self-contained=no no_core.rs"
# rustc writes a response file from 6 KiB on.
for i in $(seq 300); do printf -- '-Clink-arg=-LZ:\\a folder ü\\number %s\n' "$i"; done >many
bin=$package/bin:$rust/bin:$zig
run "$bin" rustc $common -C linker=x86_64-unknown-linux-musl-gcc -o short
run "$bin" rustc $common -C linker=x86_64-unknown-linux-musl-gcc -o long @many
# ld's flavour quotes as Windows does. rustc passes no start object then.
run "$bin" rustc $common -C linker=x86_64-unknown-linux-musl-ld -Z unstable-options -C linker-flavor=gnu-lld -o lld @many \
  -C link-arg="$package/share/lambda-cc/sysroots/x86_64-unknown-linux-musl/lib/rcrt1.o"

mkdir -p "project ü/src" && cp no_core.rs "project ü/src/main.rs" && cd "project ü"
printf '[package]\nname = "no-core"\nversion = "0.1.0"\nedition = "2021"\n[profile.dev]\npanic = "abort"\n' >Cargo.toml
for target in x86_64-unknown-linux-musl aarch64-unknown-linux-gnu; do
  (cd .. && run "$package/libexec/lambda-cc/drop-in:$rust/bin:$zig" cargo build --quiet --manifest-path "project ü/Cargo.toml" --target "$target")
done
cd ..
cp "project ü/target/x86_64-unknown-linux-musl/debug/no-core" by-cargo
cp "project ü/target/aarch64-unknown-linux-gnu/debug/no-core" by-cargo-arm
chmod +x short long lld by-cargo
