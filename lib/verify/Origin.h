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
#include "llvm/Support/Error.h"

namespace lambdacc {

/// The libc whose headers alone name `symbol`, which an object needs; UnknownEnvironment where that is both.
llvm::Triple::EnvironmentType libcOf(llvm::StringRef symbol);

/// What a regular file shows. Of an archive the first members are read, until one shows its libc; of `file`
/// that is no object, nothing.
ObjectEvidence originOf(llvm::StringRef file);

/// What the library -l`name` in one of `folders` shows, as a linker would find it there.
ObjectEvidence originOfLibrary(llvm::StringRef name, llvm::ArrayRef<llvm::StringRef> folders);

/// An error for the first of `files` that is, or as an archive holds, an object that was compiled against
/// glibc's headers where `target` is musl's. musl has some of the functions that only glibc's headers name,
/// so that such a link succeeds. Rust's own objects aren't looked at, and of an archive and a link only the
/// first.
llvm::Error checkOrigins(llvm::ArrayRef<llvm::StringRef> files, const Target &target);

} // namespace lambdacc

#endif
