//===- Refusals.h - What can't be done for the target -----------------------===//
#ifndef LAMBDA_CC_PLAN_REFUSALS_H
#define LAMBDA_CC_PLAN_REFUSALS_H

#include "Plan.h"

namespace lambdacc {

/// An error for what would fail later, or end in a program that can't run on Lambda.
llvm::Error refuse(const CcInvocation &cc, const Target &target);

/// The error for `output`, where it is a shared library with Rust's std inside.
llvm::Error refuseSharedRust(llvm::StringRef output, const Target &target);

} // namespace lambdacc

#endif
