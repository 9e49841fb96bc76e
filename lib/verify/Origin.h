//===- Origin.h - The libc that an object was compiled for --------------------===//
//
// Objects for glibc and for musl on one machine have the same header. Ours have no mark: they are byte for
// byte what clang makes, and a mark would reach programs, caches and LTO. The undefined symbols show the
// libc: glibc's headers rename functions (sscanf is __isoc99_sscanf), musl's don't.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_ORIGIN_H
#define LAMBDA_CC_VERIFY_ORIGIN_H

#include "Evidence.h"
#include "Finding.h"
#include "Libraries.h"
#include "LinkAdvice.h"

namespace lambdacc {

/// The libc that alone has `symbol`, an undefined symbol, in its headers; UnknownEnvironment if both have it.
llvm::Triple::EnvironmentType libcOf(llvm::StringRef symbol);

/// The evidence of a regular file. The first members of an archive are read, until one shows its libc. Empty
/// if `file` is not an object or an archive.
ObjectEvidence originOf(llvm::StringRef file);

/// The evidence of the library -l`name`, in the first of `folders` that has it.
ObjectEvidence originOfLibrary(llvm::StringRef name, llvm::ArrayRef<llvm::StringRef> folders);

/// An error for the first object of a link for musl that was compiled against glibc's headers. Such a link
/// may succeed, because musl defines some of the functions that only glibc's headers use. Rust's own objects
/// are left out; of an archive the first 64 members are read, of a link the first 256.
std::vector<Finding> judgeOrigins(const Libraries &libraries, const Target &target,
                                  FindCompilers compilers = noCompilers);

} // namespace lambdacc

#endif
