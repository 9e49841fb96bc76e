//===- CarryOut.h - Showing or running a plan -------------------------------===//
#ifndef LAMBDA_CC_SHIM_CARRYOUT_H
#define LAMBDA_CC_SHIM_CARRYOUT_H

#include "Finding.h"
#include "Session.h"

namespace lambdacc {

/// Carries `plan` out: execs its command, makes its link, or prints its answer. With `dryRun` (-###), or
/// where `session` explains, it prints the plan and no more. A plan with a link needs the toolchain that it
/// was made of. Returns the exit status.
int carryOut(const Session &session, llvm::Expected<Plan> plan, bool dryRun,
             const Toolchain *toolchain = nullptr);

/// The first half of it: the exit status where there is nothing to run, as for an error.
std::optional<int> printIfShown(const Session &session, llvm::Expected<Plan> &plan, bool dryRun);

/// Runs a command where something follows. What it writes to standard error comes when it has ended. Returns
/// its exit status.
int waitFor(const Session &session, const Command &command);

/// Prints `findings`: errors as errors, the others as warnings.
void printFindings(const Session &session, llvm::ArrayRef<Finding> findings);

} // namespace lambdacc

#endif
