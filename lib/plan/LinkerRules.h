//===- LinkerRules.h - Rules for options that not every linker has --------===//
//
// rustc, libtool and cmake know one to three linkers, and pass options that another linker rejects. An option
// without a row passes unchanged.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_LINKERRULES_H
#define LAMBDA_CC_PLAN_LINKERRULES_H

#include "LdInvocation.h"
#include "Target.h"
#include "Toolchain.h"

namespace lambdacc {

/// The properties of a link that rules depend on.
struct LinkContext {
  const Target &target;
  LinkerKind linker;
  bool isStatic; ///< the output is a program without shared libraries
  llvm::StringRef sysroot;
};

/// What to do with an argument. If `why` is empty, it passes as written. Otherwise `args` replace it.
struct LinkerDecision {
  llvm::StringRef why;
  llvm::SmallVector<std::string, 2> args;
};
LinkerDecision decideForLinker(const LdArg &arg, const LinkContext &context);

} // namespace lambdacc

#endif
