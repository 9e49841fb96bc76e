//===- CheckLink.h - What is looked at before a link ------------------------===//
#ifndef LAMBDA_CC_SHIM_CHECKLINK_H
#define LAMBDA_CC_SHIM_CHECKLINK_H

#include "LdInvocation.h"
#include "Libraries.h"
#include "Target.h"
#include "Toolchain.h"
#include "llvm/Support/Error.h"

namespace lambdacc {

/// What `link` takes libraries from.
Libraries librariesOf(const LdInvocation &link);

/// A link that is about to be made.
struct Making {
  llvm::StringRef output;
  llvm::ArrayRef<llvm::StringRef> sources; ///< that clang compiles for it
  const LdInvocation &link;
  bool rustBitcode; ///< rustc leaves its LTO to the linker

  /// Without any it is a question, such as --version.
  std::vector<llvm::StringRef> files() const;
};

/// An error if one of the files of `making` is for another machine, or newer than the linker. Of another
/// machine the linker says so, too, in other words: it refuses such a file, or warns that it passes over it.
llvm::Error checkFiles(const Making &making, const Target &target, const Toolchain &toolchain);

/// An error if the output can't be written, or a shared library needs a newer glibc, which no linker looks
/// at. What an earlier link left as output is gone afterwards, unless it is one of the files: whatever ends
/// the link, a signal too, nobody deploys that one.
llvm::Error prepareLink(const Making &making, const Target &target);

/// Both, for a link whose linker is not waited for.
llvm::Error checkLink(const Making &making, const Target &target, const Toolchain &toolchain);

} // namespace lambdacc

#endif
