# doctor-machine.sh FOLDER FAKE: makes in FOLDER the machine that the doctor-* tests look at. FAKE is the installation of lambda-cc.
#
#   home, project   the user's home, and a project of cargo's
#   host/cc         the host's compiler
#   rust/bin        rustc and cargo of a Rust with a std for x86_64-unknown-linux-musl, and for no other target
#   in              cc and c++ of lambda-cc, as in its drop-in folder
set -eu
rm -rf "$1"
mkdir -p "$1/home" "$1/project/.cargo" "$1/host" "$1/in" "$1/rust/bin" "$1/rust/lib/rustlib/x86_64-unknown-linux-musl/lib"
printf '#!/bin/sh\n' > "$1/host/cc"
printf '#!/bin/sh\necho %s/rust\n' "$1" > "$1/rust/bin/rustc"
cp "$1/host/cc" "$1/rust/bin/cargo"
chmod +x "$1/host/cc" "$1/rust/bin/rustc" "$1/rust/bin/cargo"
ln -s "$2/bin/lambda-cc" "$1/in/cc"
ln -s "$2/bin/lambda-cc" "$1/in/c++"
