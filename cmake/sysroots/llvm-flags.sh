# The CMake settings that compiler-rt and the C++ runtimes share; sourced with $triple and $sysroot set. They set every path
# that CMake would search for, so that nothing of the host is found.
#
# CMake's checks link programs with the sysroot's libc and $builtins: a check that only compiles would find every function and
# every library. -lc comes before the objects; ld.lld also uses an archive for undefined symbols of later files.
builtins=
defines=
llvm_flags() {
  ceiling= libc=$sysroot/lib kind=-static
  # The lowest ceiling: its symbols exist at all ceilings.
  case $triple in *-gnu) ceiling=' -D__GLIBC_MINOR__=17' libc=$sysroot/lib/2.17 kind=-no-pie ;; esac
  for language in C CXX ASM; do
    echo "-DCMAKE_${language}_COMPILER_TARGET=$triple"
    echo "-DCMAKE_${language}_FLAGS=--no-default-config -ffile-prefix-map=$source=llvm -w$ceiling$defines"
  done
  cat <<EOF
-GNinja
-DCMAKE_BUILD_TYPE=Release
-DCMAKE_SYSTEM_NAME=Linux
-DCMAKE_SYSTEM_PROCESSOR=${triple%%-*}
-DCMAKE_SYSROOT=$sysroot
-DCMAKE_INSTALL_PREFIX=$sysroot
-DCMAKE_C_COMPILER=$CLANG
-DCMAKE_CXX_COMPILER=$CLANGXX
-DCMAKE_ASM_COMPILER=$CLANG
-DCMAKE_C_COMPILER_WORKS=1
-DCMAKE_CXX_COMPILER_WORKS=1
-DCMAKE_AR=$LLVM_AR
-DCMAKE_RANLIB=$LLVM_RANLIB
-DCMAKE_EXE_LINKER_FLAGS=--ld-path=$LLD $kind -nostartfiles -nodefaultlibs -L$libc -L$sysroot/lib $libc/crt1.o $libc/crti.o $libc/crtn.o -lc $builtins
-DCMAKE_POSITION_INDEPENDENT_CODE=ON
EOF
}

# configure_llvm SUBFOLDER BUILD FLAG...: configures in an empty folder, because CMake's cache keeps the results for other
# flags.
configure_llvm() {
  folder=$1 build=$2
  shift 2
  rm -rf "$build"
  mkdir -p "$build"
  ( IFS='
'
    # shellcheck disable=SC2046
    cmake -S "$source/$folder" -B "$build" $(llvm_flags) "$@" ) >"$build/configure.log" 2>&1 ||
    { tail -n 40 "$build/configure.log" >&2; exit 1; }
}
