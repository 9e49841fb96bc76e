//===- Failed.h - What is said of a link that failed ------------------------===//
#ifndef LAMBDA_CC_LINK_FAILED_H
#define LAMBDA_CC_LINK_FAILED_H

#include "LinkRequest.h"
#include "Target.h"
#include "Toolchain.h"

namespace lambdacc {

/// Lines to stand below the linker's `messages`; none where there is nothing to add.
std::vector<std::string> adviseOnFailure(const LinkRequest &link, llvm::StringRef messages,
                                         const Target &target, const Toolchain &toolchain);

} // namespace lambdacc

#endif
