//===- GccRules.h - Rules for options of cc that a GCC does not have ------===//
//
// Callers that take every compiler for clang pass clang's options, as do flags that a project sets for clang.
// An option without a row passes unchanged, and gcc itself rejects what it does not know.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_GCCRULES_H
#define LAMBDA_CC_PLAN_GCCRULES_H

#include "CcInvocation.h"
#include "Target.h"
#include "Toolchain.h"

namespace lambdacc {

/// What to do with an argument. If `why` is empty, it passes as written. Otherwise `args` replace it, or it
/// is an error.
struct GccDecision {
  llvm::StringRef why = "";
  llvm::SmallVector<std::string, 2> args = {};
  bool isRefused = false;
};
GccDecision decideForGcc(const CcArg &arg, const Target &target, const Gcc &gcc);

} // namespace lambdacc

#endif
