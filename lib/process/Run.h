//===- Run.h - Run what was planned ------------------------------------------===//
#ifndef LAMBDA_CC_PROCESS_RUN_H
#define LAMBDA_CC_PROCESS_RUN_H

#include "Plan.h"
#include "Signals.h"
#include "llvm/Support/Error.h"

namespace lambdacc {

/// How a process ended.
struct Ended {
  int status = 0; ///< its exit status
  int signal = 0; ///< that ended it, or 0
};

/// Execs the command: does not return where that works. A command line that is too long for the system goes
/// through a response file without a name, or, where there is no /proc, one in the system's temporary folder;
/// then the command is waited for, the file removed, and its exit status returned. A signal that ended it
/// ends us.
llvm::Expected<int> run(const Command &command, char **environment);

/// How a command ended whose standard error was kept.
struct Finished {
  Ended end;
  std::string errors; ///< what it wrote to standard error, which ours does not have yet
};

/// Starts the command, calls `meanwhile`, and waits. Signals are sent on to it. What it writes to standard
/// error is kept, since who waits may have something better to say. Beyond a megabyte it is written to our
/// standard error as it comes, and `errors` is empty.
llvm::Expected<Finished> runAndWait(
    const Command &command, char **environment, HeldSignals &signals,
    llvm::function_ref<void()> meanwhile = [] {});

/// What the program prints on standard output, run by `command`, which begins with its name, if it succeeds
/// within half a minute and prints no more than a megabyte. The error has the first line of what it says
/// else.
llvm::Expected<std::string> outputOf(llvm::StringRef program, llvm::ArrayRef<llvm::StringRef> command);

} // namespace lambdacc

#endif
