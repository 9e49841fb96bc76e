#!/bin/sh
# build.sh FOLDER RUST: compiles the build scripts for Windows into FOLDER. Cargo locks it, so two tests may share it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here"
for version in current old; do
  env RUSTC="$2/bin/rustc" CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc "$2/bin/cargo" build --quiet --locked \
    --manifest-path "$version/Cargo.toml" --target x86_64-pc-windows-gnu --target-dir "$1"
done
programs=$1/x86_64-pc-windows-gnu/debug
x86_64-w64-mingw32-gcc -shared -s -o "$programs/bcryptprimitives.$$" "$here/../bcryptprimitives.c" -ladvapi32
mv "$programs/bcryptprimitives.$$" "$programs/bcryptprimitives.dll"
