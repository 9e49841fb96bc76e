//===- Failed.h - Advice after a failed link ------------------------------===//
#ifndef LAMBDA_CC_LINK_FAILED_H
#define LAMBDA_CC_LINK_FAILED_H

#include "JudgeLink.h"
#include "LinkRequest.h"
#include "Target.h"
#include "Toolchain.h"

namespace lambdacc {

/// Advice to print below the linker's `messages`. Empty if there is none.
std::vector<std::string> adviseOnFailure(const LinkRequest &link, llvm::StringRef messages,
                                         const Target &target, const Toolchain &toolchain,
                                         const LinkPolicy &policy);

} // namespace lambdacc

#endif
