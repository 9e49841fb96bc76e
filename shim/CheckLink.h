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

/// An error if `output` can't be written, or one of the files of `link` is for another machine, newer than
/// the linker, or a library that needs a newer glibc. What an earlier link left as `output` is gone
/// afterwards, unless it is one of them or of `sources`. A call without files is a question, such as
/// --version, and is not looked at.
llvm::Error checkLink(llvm::StringRef output, llvm::ArrayRef<llvm::StringRef> sources,
                      const LdInvocation &link, const Target &target, const Toolchain &toolchain,
                      bool rustBitcode);

} // namespace lambdacc

#endif
