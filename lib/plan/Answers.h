//===- Answers.h - Queries that are answered without a compiler -----------===//
//
// libtool queries the linker and runs it. Configure scripts and Makefiles query the paths of libgcc.a and of
// library folders. clang would print folders beside itself and programs of the host.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_ANSWERS_H
#define LAMBDA_CC_PLAN_ANSWERS_H

#include "Plan.h"

namespace lambdacc {

/// Whether `cc` contains such a query.
bool isAnsweredByUs(const CcInvocation &cc);

/// Whether it queries the folders of libraries: -print-search-dirs.
bool queriesFolders(const CcInvocation &cc);

/// The tools with queried paths: -print-prog-name=.
std::vector<llvm::StringRef> queriedTools(const CcInvocation &cc);

/// Whether `cc` contains a query that clang answers for the target, and a GCC for its own.
bool isAnsweredForGcc(const CcInvocation &cc);

/// The files with queried paths: -print-file-name=.
std::vector<llvm::StringRef> queriedFiles(const CcInvocation &cc);

/// The answer to the first query, in clang's format.
Plan planAnswer(const CcInvocation &cc, const Target &target, const Toolchain &toolchain);

} // namespace lambdacc

#endif
