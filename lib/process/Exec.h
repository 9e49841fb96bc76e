//===- Exec.h - Exec a user's command, as env(1) does ---------------------===//
#ifndef LAMBDA_CC_PROCESS_EXEC_H
#define LAMBDA_CC_PROCESS_EXEC_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <utility>
#include <vector>

namespace lambdacc {

/// Execs the command `argv`, with `variables` set in its `environment`. Does not return on success: on
/// Windows it waits for the command and exits with its status. A name without a folder is looked up in
/// `folders`; "" is the working directory, as in PATH. A file that the kernel cannot run is run by /bin/sh.
/// The exit status of the error is 127 if the program does not exist, and 126 if it does not run.
llvm::Error execProgram(llvm::ArrayRef<const char *> argv, llvm::ArrayRef<std::string> folders,
                        llvm::ArrayRef<std::pair<std::string, std::string>> variables, char **environment);

} // namespace lambdacc

#endif
