# cargo-machine.sh FOLDER LAMBDA_CC: makes in FOLDER the machine that the cargo-* tests look at.
#
#   o          an installation of lambda-cc for aarch64-unknown-linux-musl alone
#   in         names of its drop-in folder
#   real       a cargo that prints its arguments and variables, and exits with 3
#   home       cargo's home
#   p          a project
set -eu
rm -rf "$1"
triple=aarch64-unknown-linux-musl
sysroot=$1/o/share/lambda-cc/sysroots/$triple/lib
mkdir -p "$1/o/bin" "$1/o/share/lambda-cc/cmake" "$sysroot/static-stdc++" "$1/in" "$1/real" "$1/home" "$1/p/.cargo"
cp "$2" "$1/o/bin/lambda-cc"
touch "$sysroot/static-stdc++/libstdc++.a" "$1/o/share/lambda-cc/cmake/$triple.cmake"
for name in gcc pkg-config run; do ln -s lambda-cc "$1/o/bin/$triple-$name"; done
for name in cargo cc lambda-cc $triple-gcc; do ln -s ../o/bin/lambda-cc "$1/in/$name"; done
cat > "$1/real/cargo" <<'EOF'
#!/bin/sh
printf '<%s>' "$0" "$@"
echo
env | grep -E '_aarch64_|_AARCH64_|^AARCH64_' | grep -v _RUNNER= | sort
exit 3
EOF
chmod +x "$1/real/cargo"
