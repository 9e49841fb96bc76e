//===- LinkerRules.h - What is said to a linker in other words, or not at all -===//
//
// rustc, libtool and cmake know of one linker, or of three, and say to each what another one refuses. What
// has no row here passes byte for byte.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_LINKERRULES_H
#define LAMBDA_CC_PLAN_LINKERRULES_H

#include "LdInvocation.h"
#include "Target.h"
#include "Toolchain.h"

namespace lambdacc {

/// What a link is for, as far as the words to the linker depend on it.
struct LinkContext {
  const Target &target;
  LinkerKind linker;
  bool isStatic; ///< the output is a program with nothing shared
  llvm::StringRef sysroot;
};

/// What to do with an argument. Without `why` it passes as written; otherwise `words` take its place, or
/// none.
struct LinkerDecision {
  llvm::StringRef why;
  llvm::SmallVector<std::string, 2> args;
};
LinkerDecision decideForLinker(const LdArg &arg, const LinkContext &context);

} // namespace lambdacc

#endif
