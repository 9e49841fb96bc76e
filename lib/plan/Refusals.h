//===- Refusals.h - Errors for unsupported calls --------------------------===//
#ifndef LAMBDA_CC_PLAN_REFUSALS_H
#define LAMBDA_CC_PLAN_REFUSALS_H

#include "Plan.h"

namespace lambdacc {

/// Returns an error for a call that would fail later, or make a program that cannot run on Lambda.
llvm::Error refuse(const CcInvocation &cc, const Target &target);

/// Returns an error for a plugin, which a static clang or ld.lld does not load.
llvm::Error refusePlugins(const CcInvocation &cc, const Toolchain &toolchain);
llvm::Error refusePlugins(const LdInvocation &ld, const Toolchain &toolchain);

/// Returns an error for what cmake/llvm/Settings.cmake leaves out of our own clang.
llvm::Error refuseLeftOut(const CcInvocation &cc, const Toolchain &toolchain);

/// The error for `output`, a shared library that contains Rust's std.
llvm::Error refuseSharedRust(llvm::StringRef output, const Target &target);

} // namespace lambdacc

#endif
