//===- Link.h - A link, from its request to its output ----------------------===//
//
//   look before   can the output be written, do the shared libraries fit the ceiling?         Libraries.h,
//   Output.h run           the linker writes into a folder of ours Stage.h, Run.h judge         did it fail:
//   are its inputs of the target? did it work: does Lambda run it?  Inputs.h, Failed.h, JudgeLink.h accept a
//   rename; or nothing is left
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

/// Makes `plan.link`. An error is a link that wasn't begun.
llvm::Expected<LinkResult> makeLink(const Plan &plan, const Target &target, const Toolchain &toolchain,
                                    const LinkPolicy &policy, char **environment);

} // namespace lambdacc

#endif
