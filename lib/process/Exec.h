//===- Exec.h - Become a person's command, as env(1) does -------------------===//
#ifndef LAMBDA_CC_PROCESS_EXEC_H
#define LAMBDA_CC_PROCESS_EXEC_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <utility>
#include <vector>

namespace lambdacc {

/// Becomes the command `words`, with `variables` in its `environment`: does not return where that works. A
/// name without a slash is looked up in `folders`. A file that the system can't run by itself is a script of
/// /bin/sh. The exit status of the error is 127 where there is no such program, 126 where it does not run.
llvm::Error execProgram(llvm::ArrayRef<const char *> argv, llvm::ArrayRef<std::string> folders,
                        llvm::ArrayRef<std::pair<std::string, std::string>> variables, char **environment);

} // namespace lambdacc

#endif
