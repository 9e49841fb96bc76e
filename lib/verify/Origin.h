//===- Origin.h - Whose headers an object was compiled against ---------------===//
//
// Objects of glibc and of musl for one machine have the same header. We put no mark into ours: they are byte
// for byte what clang makes, and a mark would reach programs, caches and LTO. What tells them apart is what
// they need: glibc's headers rename functions (sscanf is __isoc99_sscanf), and musl's don't.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_ORIGIN_H
#define LAMBDA_CC_VERIFY_ORIGIN_H

#include "Evidence.h"
#include "Finding.h"
#include "Libraries.h"

namespace lambdacc {

/// The libc whose headers alone name `symbol`, which an object needs; UnknownEnvironment where that is both.
llvm::Triple::EnvironmentType libcOf(llvm::StringRef symbol);

/// What a regular file shows. Of an archive the first members are read, until one shows its libc; of `file`
/// that is no object, nothing.
ObjectEvidence originOf(llvm::StringRef file);

/// What the library -l`name` in one of `folders` shows, as a linker would find it there.
ObjectEvidence originOfLibrary(llvm::StringRef name, llvm::ArrayRef<llvm::StringRef> folders);

/// The first object of a link for musl that was compiled against glibc's headers. musl has some of the
/// functions that only glibc's headers name, so that such a link succeeds. Rust's own objects aren't looked
/// at; of an archive the first 64, and of a link the first 256.
std::vector<Finding> judgeOrigins(const Libraries &libraries, const Target &target);

} // namespace lambdacc

#endif
