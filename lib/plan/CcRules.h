//===- CcRules.h - Rules for options of cc --------------------------------===//
//
// An option without a row passes unchanged, in its place: a new option of next year's rustc must not break a
// build.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_CCRULES_H
#define LAMBDA_CC_PLAN_CCRULES_H

#include "Folders.h"
#include "Plan.h"

namespace lambdacc {

enum class Action {
  Pass,      ///< as the caller wrote it
  Ours,      ///< read by us; dropped without a note
  Drop,      ///< not passed on
  Unwinder,  ///< dropped: the plan names the library
  Target,    ///< a triple: dropped if it is the tool's, else an error
  Refuse,    ///< an error
  NotOfHost, ///< a folder: dropped if it is the host's own
};

struct Rule {
  ccopt::ID option;
  Action action;
  llvm::StringLiteral why;
};

/// What to do with `arg`, and why. decide() returns neither NotOfHost, Unwinder nor Target, but what they
/// mean for `arg`.
struct Decision {
  Action action;
  llvm::StringRef why;
};
Decision decide(const CcArg &arg, const Target &target);

/// The error for an argument that decide() refuses.
llvm::Error refusal(const CcArg &arg, const Target &target, llvm::StringRef why);

/// The reason for a folder that isHostFolder().
constexpr llvm::StringLiteral hostFolderReason = "it is a folder of the host, not of the target";

} // namespace lambdacc

#endif
