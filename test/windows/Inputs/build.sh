# build.sh TRIPLE [RUNNER...]: compiles C, C++ and assembly in the current folder, and links an archive and the program. RUNNER is a command that
# runs the tools: of Windows, by wine. LOADER is the path of a glibc's loader, for the program to run with that glibc.
set -eu
triple=$1
shift
# No -g: debug info has the folders of the sysroot, which differ.
"$@" "$triple-gcc" -O2 -Wall -Werror -c sum.c
"$@" "$triple-gcc" -c start.S
"$@" "$triple-g++" -O2 -std=c++20 -Wall -Werror -c main.cc
"$@" "$triple-ar" rcs libsum.a sum.o start.o
"$@" "$triple-g++" main.o -L. -lsum ${LOADER:+"-Wl,--dynamic-linker=$LOADER,-rpath,${LOADER%/*},--disable-new-dtags"} -o program
