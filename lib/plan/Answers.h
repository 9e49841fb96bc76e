//===- Answers.h - Questions that clang would answer with the host's things ---===//
//
// libtool asks for the linker and runs it; configure scripts and Makefiles ask where libgcc.a and the
// libraries are. clang knows of the folders beside it and of the host's PATH. These are answered without it.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_ANSWERS_H
#define LAMBDA_CC_PLAN_ANSWERS_H

#include "Plan.h"

namespace lambdacc {

/// Whether one of those is asked.
bool isAnsweredByUs(const CcInvocation &cc);

/// The tools whose paths are asked for.
std::vector<llvm::StringRef> queriedTools(const CcInvocation &cc);

/// The answer to the first question, as clang answers one.
Plan planAnswer(const CcInvocation &cc, const Toolchain &toolchain);

} // namespace lambdacc

#endif
