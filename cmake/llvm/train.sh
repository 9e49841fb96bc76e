#!/bin/sh
# train.sh LLVM WORK PROFILE: compiles and links by LLVM, the folder of an instrumented build, and makes PROFILE, the profile of that. It is a
# selection of what people build: C libraries, the corpus of the tests, a C++ program, and the links of a Rust program, for both machines.
# PREFIX has the lambda-cc that runs clang and ld.lld, RUST a Rust with std for musl, PROFDATA is llvm-profdata of the LLVM that instrumented.
set -eu
llvm=$1 work=$2 profile=$3
root=$(cd "$(dirname "$0")/../.." && pwd)
rm -rf "$work"
mkdir -p "$work/raw"
for name in clang ld.lld; do
  ln -sf llvm "$llvm/bin/$name"
done
export LAMBDA_CC_CLANG="$llvm/bin/clang" LAMBDA_CC_LLD="$llvm/bin/ld.lld" PATH="$PREFIX/bin:$PATH"
# Processes add to one of four files: at most four run at once.
export LLVM_PROFILE_FILE="$work/raw/%4m.profraw"
musl="x86_64-unknown-linux-musl aarch64-unknown-linux-musl"

# run WHAT COMMAND...: its output is shown if it fails.
run() {
  echo "-- profile: $1"
  shift
  "$@" >"$work/log" 2>&1 || { tail -n 40 "$work/log"; exit 1; }
}

library() { # NAME TRIPLE
  mkdir -p "$work/$2/$1" "$work/$2/prefix/$1" "$work/$2/prefix/pkgconfig"
  run "$1 for $2" sh "$root/cmake/libraries/$1.sh" "$2" "$work/src/$1" "$work/$2/$1" "$work/$2/prefix/$1"
}

# Some options are for one machine: those compiles end with an error, and errors are compiled, too. Most must end well.
corpus() { # TRIPLE
  : >"$work/failed"
  grep -v '^#' "$root/test/real/Inputs/corpus/list" | while read -r file options; do
    case $file in *.cpp) tool=$1-g++ ;; *) tool=$1-gcc ;; esac
    case " $options " in *" -E "* | *" -S "* | *" -c "*) action= ;; *) action=-c ;; esac
    # shellcheck disable=SC2086
    (cd "$root/test/real/Inputs/corpus" && "$tool" $options $action "$file" -o "$work/out") || echo "$file $options" >>"$work/failed"
  done
  [ $(($(wc -l <"$work/failed") * 4)) -lt "$(grep -vc '^#' "$root/test/real/Inputs/corpus/list")" ]
}

program() { # TRIPLE PROFILE
  (cd "$work/example" && RUSTC="$RUST/bin/rustc" "$RUST/bin/cargo" build --locked --profile "$2" --target "$1" \
    --config "target.$1.linker='$PREFIX/bin/$1-gcc'")
}

for name in zlib zstd bzip2 sqlite; do
  run "the source of $name" sh "$root/cmake/sysroots/unpack.sh" "$root/cmake/libraries/sources.txt" "$name" "$work/../downloads" \
    "${LAMBDA_CC_SOURCES-}" "$work/src/$name" '*'
  for triple in $musl; do
    library "$name" "$triple"
  done
done
for triple in $musl x86_64-unknown-linux-gnu aarch64-unknown-linux-gnu; do
  run "the corpus for $triple" corpus "$triple"
done
# lambda-cc itself, and the libraries of LLVM that it links.
run "a C++ program" cmake -S "$root" -B "$work/lambda-cc" -G Ninja -DCMAKE_BUILD_TYPE=Release -DLAMBDA_CC_BUNDLED=ON -DLAMBDA_CC_PACKS=OFF \
  -DBUILD_TESTING=OFF -DLAMBDA_CC_SOURCES="${LAMBDA_CC_SOURCES-}" \
  -DCMAKE_TOOLCHAIN_FILE="$PREFIX/share/lambda-cc/cmake/x86_64-unknown-linux-musl.cmake"
run "a C++ program, all of it" ninja -C "$work/lambda-cc" lambda-cc
cp -R "$root/test/example" "$work/example"
for triple in $musl; do
  run "a Rust program for $triple" program "$triple" dev
  run "a Rust program for $triple, optimized" program "$triple" release
done

"$PROFDATA" merge -o "$profile.part" "$work"/raw/*.profraw
mv "$profile.part" "$profile"
