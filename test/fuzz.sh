#!/bin/sh
# fuzz.sh [SECONDS]: runs each fuzzer of test/fuzz for SECONDS (60), under ASan and UBSan. The seeds are valid programs, archives and a
# configuration, made by the tools in build/prefix. The inputs of failures are left in build/fuzz/found.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-60}

cmake --preset fuzz >/dev/null
cmake --build --preset fuzz
rm -rf build/fuzz/seeds
mkdir -p build/fuzz/seeds/Elf build/fuzz/seeds/Package build/fuzz/seeds/Text build/fuzz/found build/fuzz/corpus
cd build/fuzz/seeds

bin=$PWD/../../prefix/bin
echo 'int puts(const char *); int main(void) { return puts(""); }' >a.c
for triple in x86_64-unknown-linux-musl aarch64-unknown-linux-gnu; do
  "$bin/$triple-gcc" -s a.c -o "Elf/$triple"
  "$bin/$triple-gcc" -c a.c -o "Package/$triple.o"
  "$bin/$triple-gcc" -flto -c a.c -o "Elf/$triple.bc"
  "$bin/$triple-ar" rcs "Package/$triple.a" "Package/$triple.o"
done
LAMBDA_CC_GLIBC=2.34 "$bin/x86_64-unknown-linux-gnu-gcc" -shared -fPIC -Wl,-soname,a,-rpath,/b a.c -o Elf/library
python3 -c 'import sys, zipfile
with zipfile.ZipFile("Package/a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.write(sys.argv[1], "bootstrap")' Elf/aarch64-unknown-linux-gnu
"$bin/lambda-cc" init --target x86_64-unknown-linux-musl . >/dev/null
mv .cargo/config.toml Text/init.toml
printf '[env]\n"a" = { value = "b", force = true }\n[target.x86_64-unknown-linux-musl]\nrustflags = ["-C", """x"""]\n' >Text/config.toml
printf 'ld.lld: error: unable to find library -lpq\nld.lld: error: undefined symbol: open64\n>>> referenced by a.c\n>>>               a.o:(f) in archive liba.a\nld: a.o: in function `f'"'"':\na.c:2: undefined reference to `__g_chk'"'"'\nmold: warning: a.a: skipping incompatible file arm64 62\n' >Text/messages

cd ..
for name in Elf Package Text; do
  mkdir -p "corpus/$name"
  echo "-- $name"
  (cd found && "../test/fuzz/${name}Fuzzer" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 \
    "../corpus/$name" "../seeds/$name")
done
