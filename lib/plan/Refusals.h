//===- Refusals.h - Errors for unsupported calls --------------------------===//
#ifndef LAMBDA_CC_PLAN_REFUSALS_H
#define LAMBDA_CC_PLAN_REFUSALS_H

#include "Plan.h"

namespace lambdacc {

/// Returns an error for a call that would fail later, or make a program that cannot run on Lambda.
llvm::Error refuse(const CcInvocation &cc, const Target &target);

/// The error for `output`, a shared library that contains Rust's std.
llvm::Error refuseSharedRust(llvm::StringRef output, const Target &target);

} // namespace lambdacc

#endif
