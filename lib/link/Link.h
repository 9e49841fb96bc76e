//===- Link.h - A link, from its request to its output ----------------------===//
//
// Before (Libraries.h, Output.h): can the output be written, do the shared libraries fit the ceiling?
// Run (Stage.h, Run.h): the linker writes into a folder of ours.
// After (Inputs.h, Failed.h, JudgeLink.h): if it failed, are its inputs of the target; else, does Lambda run
// it? Accept (Stage.h): a rename. Or nothing is left.
//
// Every link of every tool comes through here, once: one that clang's driver makes runs our ld.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_LINK_LINK_H
#define LAMBDA_CC_LINK_LINK_H

#include "JudgeLink.h"
#include "Run.h"

namespace lambdacc {

/// What came of a link, for diag to print in this order.
struct LinkResult {
  Ended end;
  std::string messages;            ///< the linker's own
  std::vector<std::string> advice; ///< to stand below them
  std::vector<Finding> findings;   ///< what we say ourselves
};

/// Makes `link` by `command`. An error is a link that was not started.
llvm::Expected<LinkResult> makeLink(const LinkRequest &link, const Command &command, const Target &target,
                                    const Toolchain &toolchain, const LinkPolicy &policy, char **environment);

} // namespace lambdacc

#endif
