//===- Run.h - Run a planned command --------------------------------------===//
#ifndef LAMBDA_CC_PROCESS_RUN_H
#define LAMBDA_CC_PROCESS_RUN_H

#include "Plan.h"
#include "Signals.h"
#include "llvm/Support/Error.h"

namespace lambdacc {

/// How a process ended.
struct Ended {
  int status = 0; ///< its exit status, or 128 and the signal; on Windows a signal is an exit status
  int signal = 0; ///< the signal that ended it, or 0
};

/// Execs the command. Does not return on success. If the command line is too long for the system, its
/// arguments go into a response file: a memory file, or without /proc a temporary file. Then it waits for the
/// command, removes the file, and returns the exit status. If a signal ended the command, the same signal
/// ends us.
llvm::Expected<int> run(const Command &command, char **environment);

/// The result of a command with captured standard error.
struct Finished {
  Ended end;
  std::string errors; ///< its standard error, not printed yet
};

/// Starts the command, calls `meanwhile`, and waits. Signals are forwarded to the command. Its standard error
/// is captured, because the caller may print a better message instead. After more than a megabyte it is
/// streamed to our standard error, and `errors` is empty.
llvm::Expected<Finished> runAndWait(
    const Command &command, char **environment, HeldSignals &signals,
    llvm::function_ref<void()> meanwhile = [] {});

/// Runs `program` with `command` as its argv, and returns its standard output. An error if it fails, takes
/// more than half a minute, or prints more than a megabyte. The error contains the first line of its standard
/// error.
llvm::Expected<std::string> outputOf(llvm::StringRef program, llvm::ArrayRef<llvm::StringRef> command);

} // namespace lambdacc

#endif
