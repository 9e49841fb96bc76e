#!/bin/sh
# plain-llvm.sh DESTINATION: Debian trixie's clang of the version that our own clang has, to judge it by: DESTINATION/clang, for x86_64 machines.
# Debian builds it with GCC, without a profile and as shared libraries. It is run with its own glibc, so that an older machine runs it.
# Again, it takes no time.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/debian.sh"
version=$(awk '$1 == "llvm" { print $2; exit }' "$here/../cmake/llvm/sources.txt")
major=${version%%.*}
mkdir -p "$1"
destination=$(cd "$1" && pwd)
[ "$(cat "$destination/made-of" 2>/dev/null || true)" != "$version" ] || exit 0
rm -rf "$destination"
mkdir -p "$destination"
echo "-- fetching Debian's clang $version" >&2
unpack_debian "$destination/.temporary" x86_64 trixie clang-$major libclang-cpp$major libllvm$major libc6 libgcc-s1 libstdc++6 libedit2 libbsd0 \
  libmd0 libtinfo6 libffi8 libxml2 libicu76 liblzma5 libz3-4 libzstd1 zlib1g
mv "$state/root" "$destination/root"
rm -rf "$destination/.temporary"
usr=$destination/root/usr
cat >"$destination/clang" <<END
#!/bin/sh
usr='$usr'
# It runs itself for a job that has two steps, and takes the loader for itself.
case \${1-} in -cc1*) ;; *) set -- -no-canonical-prefixes "\$@" ;; esac
exec "\$usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2" --argv0 "\$0" --library-path "\$usr/lib/x86_64-linux-gnu:\$usr/lib/llvm-$major/lib" \\
  "\$usr/lib/llvm-$major/bin/clang" "\$@"
END
chmod +x "$destination/clang"
"$destination/clang" --version | grep -qF "clang version $version" || { echo "plain-llvm.sh: error: no clang $version in trixie" >&2; exit 1; }
echo "$version" >"$destination/made-of"
