//===- Run.h - Do what was planned ------------------------------------------===//
#ifndef LAMBDA_CC_PROCESS_RUN_H
#define LAMBDA_CC_PROCESS_RUN_H

#include "Plan.h"
#include "llvm/Support/Error.h"

namespace lambdacc {

/// Becomes the command: does not return where that works. A command line that is too long for the system goes
/// through a response file without a name, or, where there is no /proc, one in the system's temporary folder;
/// then the command is waited for, the file removed, and its exit status returned. A command that a signal
/// ended ends us by the same signal.
llvm::Expected<int> run(const Command &command, char **environment);

/// What became of a command that was waited for.
struct Finished {
  int status;         ///< its exit status
  std::string errors; ///< what it said on standard error, which ours has, too; the first megabyte
};

/// The same where something follows: waits for the command in any case. `isHeard` is asked when the command
/// first says something on standard error: where it answers no, nothing of what it says is heard. It is not
/// ended: that would leave a linker at work which the command has started.
llvm::Expected<Finished> runAndWait(const Command &command, char **environment,
                                    llvm::function_ref<bool()> isHeard);

/// What the program prints on standard output, run by `command`, which begins with its name, if it succeeds
/// within half a minute. The error has the first line of what it says else.
llvm::Expected<std::string> outputOf(llvm::StringRef program, llvm::ArrayRef<llvm::StringRef> command);

} // namespace lambdacc

#endif
