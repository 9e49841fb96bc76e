//===- CheckLink.h - What is looked at before a link ------------------------===//
#ifndef LAMBDA_CC_SHIM_CHECKLINK_H
#define LAMBDA_CC_SHIM_CHECKLINK_H

#include "LdInvocation.h"
#include "Target.h"
#include "Toolchain.h"
#include "llvm/Support/Error.h"

namespace lambdacc {

/// An error if `output` can't be written, or one of `files` is for another machine or newer than the linker.
/// What an earlier link left as `output` is gone afterwards. A call without files is a question, such as
/// --version, and is not looked at.
llvm::Error checkLink(llvm::StringRef output, llvm::ArrayRef<llvm::StringRef> files,
                      const LdInvocation &options, const Target &target, const Toolchain &toolchain,
                      bool rustBitcode);

} // namespace lambdacc

#endif
