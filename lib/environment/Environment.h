//===- Environment.h - Where callers look for a target's tools --------------===//
//
// Each caller has variables of its own, with the target in their names: they can stand side by side, for
// several targets, and don't touch what is built for the host. A person sets them once; nothing of ours reads
// them.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_ENVIRONMENT_ENVIRONMENT_H
#define LAMBDA_CC_ENVIRONMENT_ENVIRONMENT_H

#include "Target.h"
#include <string>
#include <vector>

namespace lambdacc {

struct Variable {
  std::string name;
  std::string value;
  llvm::StringRef reader; ///< who looks it up
};

/// What callers need for `target`, where the tools lie in `prefix`/bin.
std::vector<Variable> environmentFor(const Target &target, llvm::StringRef prefix);

/// The same as lines for a POSIX shell, each with an `export`.
std::string asShell(llvm::ArrayRef<Variable> variables);

} // namespace lambdacc

#endif
