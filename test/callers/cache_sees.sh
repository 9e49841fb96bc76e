# cache_sees.sh CACHE PREFIX: in an empty folder, compiles pairs with one difference through CACHE (ccache or sccache), with the tools of
# PREFIX. Prints for each pair what the second compile gave: `seen` for the compiler's own object, `mistaken` for that of the first one.
set -e
cache=$1
prefix=$2
triple=x86_64-unknown-linux-gnu

# Two installations that are one file with two sysroots.
for folder in here there; do
  sysroot=$folder/share/lambda-cc/sysroots/$triple
  mkdir -p $folder/bin $sysroot/include
  cp -p "$prefix/bin/lambda-cc" $folder/bin/
  ln -s lambda-cc $folder/bin/$triple-gcc
  ln -s "$prefix/share/lambda-cc/sysroots/$triple/lib" $sysroot/lib
  ln -s "$prefix/share/lambda-cc/sysroots/$triple/include/"* $sysroot/include
  echo "int $folder;" > $sysroot/include/folder.h
done
echo '#include <folder.h>' > folder.c
printf '#include <features.h>\nint minor = __GLIBC_MINOR__;\n' > ceiling.c
echo 'void twice(float *a) { for (int i = 0; i < 64; i++) a[i] *= 2; }' > cpu.c
sleep 2 # a cache trusts no file that is as new as the compile

compile() { # SOURCE TOOL VARIABLES...
  source=$1
  shift
  tool=$1
  shift
  env "$@" "$tool" -O2 -c "$source" -o alone.o
  env "$@" "$cache" "$tool" -O2 -c "$source" -o through.o 2>/dev/null
}
second() { # WHAT SOURCE TOOL VARIABLES...
  what=$1
  shift
  compile "$@"
  if cmp -s alone.o through.o; then echo "$what: seen"; else echo "$what: mistaken"; fi
}
compile ceiling.c $triple-2_17-gcc
second 'a ceiling in the name' ceiling.c $triple-2_36-gcc
compile ceiling.c $triple-gcc LAMBDA_CC_GLIBC=2.17
second 'a ceiling in a variable' ceiling.c $triple-gcc LAMBDA_CC_GLIBC=2.36
compile cpu.c $triple-gcc TARGET=$triple
second 'a CPU in RUSTFLAGS' cpu.c $triple-gcc TARGET=$triple RUSTFLAGS=-Ctarget-cpu=haswell
compile folder.c here/bin/$triple-gcc
second 'another sysroot' folder.c there/bin/$triple-gcc
echo 'int changed;' > here/share/lambda-cc/sysroots/$triple/include/folder.h
second 'a header that changed' folder.c here/bin/$triple-gcc
