//===- UnsetVariables.h - Which variables the drop-in's cargo adds -----------===//
//
// A variable with a target in its name beats a plain one, so adding it could replace what a person has set
// under another name. It is added only if none of the names is set that its reader would use instead: in the
// environment, or in cargo's configuration.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_CALLERS_UNSETVARIABLES_H
#define LAMBDA_CC_CALLERS_UNSETVARIABLES_H

#include "CallerVariables.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace lambdacc {

/// Something that is set before: a variable, or a key of cargo's configuration, such as
/// target.x86_64-unknown-linux-musl.runner. A key of a cfg() table has the name of each target that it
/// matches.
struct SetName {
  std::string name;
  std::string value;
  std::string where; ///< "the environment", or "line 3 of FILE"
};

/// A variable that is not added, and why.
struct LeftOut {
  Variable variable;
  std::string why;
};

struct Additions {
  std::vector<Variable> added;
  std::vector<LeftOut> leftOut;
};

/// Of `variables` of `target`, those to add beside all that is `set`. The linker is never among them: rustc
/// runs the cc of PATH. `isOurs` is whether a program, by path or by name, is a tool of ours.
Additions additionsFor(const Target &target, llvm::ArrayRef<Variable> variables, llvm::ArrayRef<SetName> set,
                       llvm::function_ref<bool(llvm::StringRef program)> isOurs);

} // namespace lambdacc

#endif
