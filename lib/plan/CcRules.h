//===- CcRules.h - The options of cc that don't reach the compiler as written -===//
//
// An option without a row passes byte for byte, in its place: a new flag of next year's rustc must not break
// a build.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_CCRULES_H
#define LAMBDA_CC_PLAN_CCRULES_H

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
struct Verdict {
  Action action;
  llvm::StringRef why;
};
Verdict judge(const CcArg &arg, const Target &target);

/// The message for an argument that judge() refuses.
llvm::Error refusal(const CcArg &arg, const Target &target, llvm::StringRef why);

/// Whether `folder` holds the host's own headers or libraries: /usr/include, /usr/lib/x86_64-linux-gnu, …
/// pkg-config and pg_config of the host name them. lld takes what it finds there (callers.md G24).
bool isHostFolder(llvm::StringRef folder);
constexpr llvm::StringLiteral hostFolderReason = "the host's own folder has nothing for the target";

} // namespace lambdacc

#endif
