//===- pure.h - Functions that a plan must not use ------------------------===//
//
// Included before the first line of each source of plan/, after the headers of the system (system….h):
// it poisons their names. A plan does not open files or read the environment. So -### shows everything, and
// tests need no setup. Functions for files and the environment do not compile: their headers are made empty
// by the include guards below, or their names are poisoned. test/unit/impure.cpp tests this.
//
//===----------------------------------------------------------------------===//
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdio>
#include <cstdlib>
#include <string>

#define LLVM_SUPPORT_FILESYSTEM_H
#define LLVM_SUPPORT_VIRTUALFILESYSTEM_H
#define LLVM_SUPPORT_MEMORYBUFFER_H
#define LLVM_SUPPORT_PROCESS_H
#define LLVM_SUPPORT_PROGRAM_H
#define LAMBDA_CC_TOOLCHAIN_FIND_H
#define LAMBDA_CC_TOOLCHAIN_PROVIDERS_H
#define LAMBDA_CC_TOOLCHAIN_SYSROOT_H
#pragma GCC poison getenv secure_getenv environ
#pragma GCC poison fopen freopen open openat opendir access stat lstat fstat ifstream ofstream fstream
#pragma GCC poison creat unlink rmdir mkdir readlink symlink raw_fd_ostream raw_fd_stream errs outs
#pragma GCC poison popen system fork execv execve execvp posix_spawn
