//===- Link.h - A link, from its request to its output --------------------===//
//
// Before (Libraries.h, Output.h): check that the output can be written, and that the shared libraries fit the
// ceiling.
// Run (Stage.h, Run.h): the linker writes into a temporary folder.
// After (Inputs.h, Failed.h, JudgeLink.h): if the link failed, check its inputs; otherwise, check that Lambda
// can run the output.
// Accept (Stage.h): rename the output. If anything failed, no output is left.
//
// Each link of each tool passes through here exactly once. If clang's driver links, it runs our ld.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_LINK_LINK_H
#define LAMBDA_CC_LINK_LINK_H

#include "JudgeLink.h"
#include "Run.h"

namespace lambdacc {

/// The result of a link, for diag to print in this order.
struct LinkResult {
  Ended end;
  std::string messages;            ///< from the linker
  std::vector<std::string> advice; ///< to print below them
  std::vector<Finding> findings;   ///< from our own checks
};

/// Runs `command` to make `link`. Returns an error if the link was not started.
llvm::Expected<LinkResult> makeLink(const LinkRequest &link, Command command, const Target &target,
                                    const Toolchain &toolchain, const LinkPolicy &policy, char **environment);

} // namespace lambdacc

#endif
