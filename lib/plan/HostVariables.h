//===- HostVariables.h - Variables that would let the host in ---------------===//
#ifndef LAMBDA_CC_PLAN_HOSTVARIABLES_H
#define LAMBDA_CC_PLAN_HOSTVARIABLES_H

#include "Plan.h"

namespace lambdacc {

struct HostVariable {
  llvm::StringLiteral name;
  llvm::StringLiteral why;
};

/// All that are taken from the environment of the programs that we start. None of them is read.
llvm::ArrayRef<HostVariable> hostVariables();

/// Takes those in `present` from the plan's command.
void dropHostVariables(Plan &plan, llvm::ArrayRef<llvm::StringRef> present);

} // namespace lambdacc

#endif
