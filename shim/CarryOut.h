//===- CarryOut.h - Showing or running a plan -------------------------------===//
#ifndef LAMBDA_CC_SHIM_CARRYOUT_H
#define LAMBDA_CC_SHIM_CARRYOUT_H

#include "Finding.h"
#include "Session.h"

namespace lambdacc {

/// Carries `plan` out: execs its command, makes its link, or prints its answer. With `dryRun` (-###), or in
/// `lambda-cc explain`, it only prints the plan. A plan with a link needs the toolchain that it was made
/// with. Returns the exit status.
int carryOut(const Session &session, llvm::Expected<Plan> plan, bool dryRun,
             const Toolchain *toolchain = nullptr);

/// The first half of carryOut(): prints what is to be printed without a command, and returns the exit status;
/// none if the command is to be run.
std::optional<int> printIfShown(const Session &session, llvm::Expected<Plan> &plan, bool dryRun);

/// Runs a command and waits for it, then prints what it wrote to standard error. Returns its exit status.
int waitFor(const Session &session, const Command &command);

/// Judges whether the output of a link of `inputs` runs where LAMBDA_CC_RUNTIME deploys it. Nothing is judged
/// in a build script or a configure script, and for a program that cargo runs on the host.
std::vector<Finding> judgePlace(const Session &session, llvm::StringRef output,
                                llvm::ArrayRef<llvm::StringRef> inputs);

/// Prints `findings`: errors as errors, the others as warnings.
void printFindings(const Session &session, llvm::ArrayRef<Finding> findings);

} // namespace lambdacc

#endif
