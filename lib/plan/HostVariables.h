//===- HostVariables.h - Variables that would bring in files of the host ---===//
#ifndef LAMBDA_CC_PLAN_HOSTVARIABLES_H
#define LAMBDA_CC_PLAN_HOSTVARIABLES_H

#include "Plan.h"

namespace lambdacc {

struct HostVariable {
  llvm::StringLiteral name;
  llvm::StringLiteral why;
};

/// All variables that are removed from the environment of the programs that we start. Their values are never
/// read.
llvm::ArrayRef<HostVariable> hostVariables();

/// Removes those in `present` from the environment of the plan's command, unless that is the host's.
void dropHostVariables(Plan &plan, llvm::ArrayRef<llvm::StringRef> present);

} // namespace lambdacc

#endif
