//===- CcRules.h - The options of cc that don't reach the compiler as written -===//
//
// An option without a row passes byte for byte, in its place: a new flag of next year's rustc must not break
// a build.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_CCRULES_H
#define LAMBDA_CC_PLAN_CCRULES_H

#include "Folders.h"
#include "Plan.h"

namespace lambdacc {

enum class Action {
  Pass,      ///< as the caller wrote it
  Ours,      ///< for the shim itself; not passed on, and no note
  Drop,      ///< not passed on
  Unwinder,  ///< not passed on: the plan names the library
  Target,    ///< a triple: dropped if it means the tool's, else an error
  Refuse,    ///< an error
  NotOfHost, ///< a folder: dropped if it is one of the host's own
};

struct Rule {
  ccopt::ID option;
  Action action;
  llvm::StringLiteral why;
};

/// What to do with `arg`, and why. NotOfHost and Target are resolved already.
struct Decision {
  Action action;
  llvm::StringRef why;
};
Decision decide(const CcArg &arg, const Target &target);

/// The message for an argument that decide() refuses.
llvm::Error refusal(const CcArg &arg, const Target &target, llvm::StringRef why);

/// Of a folder that isHostFolder().
constexpr llvm::StringLiteral hostFolderReason = "it is a folder of the host's own, and none of the target's";

} // namespace lambdacc

#endif
