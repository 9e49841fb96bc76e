//===- Spawn.h - Start a program ---------------------------------------------===//
//
// Private to process. Each system has a file for it.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PROCESS_SPAWN_H
#define LAMBDA_CC_PROCESS_SPAWN_H

#include "Quoting.h"
#include "Run.h"
#include "llvm/ADT/SmallString.h"

namespace lambdacc {

/// The result of spawnAndWait().
struct Spawned {
  std::string whyNot = {}; ///< why the program does not run, or ""
  bool isTooLong = false;  ///< because its command line is longer than the system allows
  Ended end = {};          ///< how it ended
  std::string errors = {}; ///< captured standard error
};

/// How to wait for a command.
struct WaitOptions {
  HeldSignals &signals;
  bool capturesErrors;
  llvm::function_ref<void()> meanwhile;
};

/// Runs `program` to its end. Captures its standard error, if ours is open.
Spawned spawnAndWait(const std::string &program, const std::vector<std::string> &argv,
                     const std::vector<std::string> &environment, const WaitOptions &options);

/// Runs `program` in our place, and does not return then. Returns the reason if that fails, and "" if a child
/// must run it: the command line is too long, or on Windows, where a process can't be replaced.
std::string replaceProcess(const std::string &program, const std::vector<std::string> &argv,
                           const std::vector<std::string> &environment);

/// The quoting that `program` reads on this host.
Quoting quotingFor(const Program &program);

/// The descriptor of a file without a name, and the `path` by which a child opens it; or -1 if the system has
/// none. The file disappears with the processes that have it open, even if they are killed.
int memoryFile(llvm::SmallVectorImpl<char> &path);

} // namespace lambdacc

#endif
