# probes.sh TRIPLE: runs the queries of callers, and prints each one, its answer and its exit status. Files that are left come last.
cc=$1-gcc ld=$1-ld

query() {
  echo "= $*"
  "$cc" "$@" </dev/null
  echo "= $?"
}

for question in -dumpmachine -dumpversion --version -v -print-target-triple -print-effective-triple \
  -print-file-name=libc.a -print-file-name=crt1.o -print-file-name=libgcc.a -print-file-name=libstdc++.a \
  -print-file-name=libnothing.a -print-file-name=include -print-prog-name=ld; do
  query $question
done
echo "= -print-libgcc-file-name"
"$cc" -print-libgcc-file-name && test -f "$("$cc" -print-libgcc-file-name)" && echo exists
echo "= $?"
for question in -print-search-dirs -print-resource-dir -print-sysroot -print-multiarch -print-multi-os-directory -dumpfullversion \
  -V -qversion -version '-?' -Wl,--version; do
  query "$question"
done
echo "= -Wl,--help"
"$cc" -Wl,--help >/dev/null
echo "= $?"

wanted='__(x86_64|aarch64|clang|linux)__ 1'
echo "= -E -dM -"
"$cc" -E -dM - </dev/null | grep -E "$wanted" | sort
echo "= $?"
echo "= -dM -E -x c /dev/null"
"$cc" -dM -E -x c /dev/null | grep -E "$wanted" | sort
echo "= $?"
echo "= -xc -E -v -"
"$cc" -xc -E -v - </dev/null 2>&1 | sed 's/^ //'
echo "= $?"
query -fsyntax-only -xc /dev/null
query -xc /dev/null

for question in -v -V --version; do
  echo "= ld $question"
  "$ld" $question </dev/null
  echo "= $?"
done
echo "= ld --help"
"$ld" --help | grep -oE -m1 'push-state' && "$ld" --help | grep -oE -m1 'whole-archive' && "$ld" --help | grep -oE -m1 'soname'
echo "= $?"
echo "= ld --print-map"
"$ld" --print-map
echo "= $?"
echo "= files"
ls | grep -vxE 'x86|arm' || true
