#!/bin/sh
# build.sh ZIG SOURCE FOLDER: the launcher of Windows, as shim/CMakeLists.txt builds it, and a program in place of lambda-cc.exe.
set -eu
zig=$1 source=$2 folder=$3
export ZIG_LOCAL_CACHE_DIR="$ZIG_GLOBAL_CACHE_DIR" # a test must not write into the current folder
"$zig" c++ -target x86_64-windows-gnu -std=c++20 -Os -ffreestanding -fno-stack-protector -fno-asynchronous-unwind-tables -fno-exceptions -fno-rtti \
  -c "$source/shim/windows/Launcher.cpp" -o "$folder/launcher.obj"
"$zig" c++ -target x86_64-windows-gnu -Os -nostdlib -Wl,-e,start -s "$folder/launcher.obj" -lkernel32 -o "$folder/launcher.exe"
"$zig" cc -target x86_64-windows-gnu -O1 -municode "$source/test/real/Inputs/windows/lambda-cc.c" -o "$folder/lambda-cc.exe"
