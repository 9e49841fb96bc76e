# common.sh, to be sourced by each LIBRARY.sh with its arguments: TRIPLE SOURCE BUILD PREFIX. It changes to the folder BUILD.
triple=$1 source=$2 build=$3 prefix=$4
here=$(cd "$(dirname "$0")" && pwd)
library=$(basename "$0" .sh)
arch=${triple%%-*}
# The lowest ceiling: its symbols exist at all ceilings.
tool=$triple
case $triple in *-gnu) tool=$triple-2_17 ;; esac
# A section for each function: a program has only those that it calls. The build folder is not compiled in.
flags="-O2 -fPIC -ffunction-sections -fdata-sections -ffile-prefix-map=$source=$library -ffile-prefix-map=$build=$library"
version=$(awk -v name="$library" '$1 == name { sub(/\+.*/, "", $2); print $2; exit }' "$here/sources.txt")
jobs=$(nproc)
# The two differ always, so that a configure script runs no program that it builds.
cross="--build=$(uname -m)-builder-linux-gnu --host=$triple"
# For programs that make parts of the source. They are compiled with the host's headers, and build.sh forbids those for the library.
host_cc="env -u CC_PRINT_HEADERS cc"
cd "$build"

# Each object has a mark in .comment, which linkers merge and keep: `lambda-cc check` reads it in a program.
printf '#ifndef __ASSEMBLER__\n__asm__(".ident \\"lambda-cc: %s %s\\"");\n#endif\n' "$library" "$version" >"$build/mark.h"
flags="$flags -include $build/mark.h"

# in_copy: copies the source into the build folder, for a library that is built in its source. The times stay: make compares them.
in_copy() { cp -pR "$source/." "$build"; }

# one_object ARCHIVE FIRST MORE...: makes ARCHIVE of one object that has the archive FIRST and what it uses of MORE. Only the names in the
# file `exports` are global, as in a shared library: a program may have its own strlcpy or crypto_sign.
one_object() {
  archive=$1 first=$2
  shift 2
  mkdir -p "$(dirname "$archive")"
  "$tool-ld" -r -o "$library.o" --whole-archive "$first" --no-whole-archive "$@"
  "$tool-objcopy" --keep-global-symbols=exports "$library.o"
  "$tool-ar" rcs "$archive" "$library.o"
}

# Prints a -l for each NAME and what it needs, in link order, after a -L for each library of libraries.txt.
libs_of() { # NAME...
  awk -v names="$*" -v own="$library" '
    !/^#/ && NF { library[$1] = $2; needs[$1] = ""; for (i = 3; i <= NF; i++) needs[$1] = needs[$1] " " $i }
    END {
      all = ""
      count = split(names, name, " ")
      for (i = 1; i <= count; i++) all = all " " name[i] needs[name[i]]
      # Only the last of each: the library that it needs is after it.
      count = split(all, name, " ")
      for (i = 1; i <= count; i++) last[name[i]] = i
      for (i = 1; i <= count; i++) {
        if (last[name[i]] != i) continue
        of = library[name[i]]
        if (of && !seen[of]++) printf "-L%s ", of == own ? "${libdir}" : "${pcfiledir}/../" of "/lib"
        printf "-l%s ", name[i]
      }
    }' "$here/libraries.txt" | sed 's/ $//'
}

# write_pc FILE DESCRIPTION NAME...: writes a .pc file that can be moved, for the archives libNAME.a. `Libs` is what a static link needs.
write_pc() {
  file=$1 description=$2
  shift 2
  cat >"$prefix/../pkgconfig/$file.pc" <<PC
prefix=\${pcfiledir}/../$library
includedir=\${prefix}/include
libdir=\${prefix}/lib

Name: $file
Description: $description
Version: $version
Libs: $(libs_of "$@")
Cflags: -I\${includedir}
PC
}
