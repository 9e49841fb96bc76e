//===- SignalsPosix.h - Signals and the child that gets them ---------------===//
//
// Private to process.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PROCESS_SIGNALSPOSIX_H
#define LAMBDA_CC_PROCESS_SIGNALSPOSIX_H

#include "Signals.h"
#include <csignal>
#include <sys/types.h>
#include <vector>

namespace lambdacc {

struct HeldSignals::State {
  std::vector<std::pair<int, struct sigaction>> before;
  sigset_t blocked; ///< the signal mask from before, for a child to inherit
};

/// Forwards signals to `child` from now on. 0 for none.
void sendSignalsTo(pid_t child);

} // namespace lambdacc

#endif
