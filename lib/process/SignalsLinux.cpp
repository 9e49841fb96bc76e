#include "Signals.h"
#include <csignal>
#include <sys/prctl.h>

namespace lambdacc {

void endWithParent() { (void)prctl(PR_SET_PDEATHSIG, SIGTERM); }

// The number of runs, kept in the set of ignored signals: fork, execve, shells and Python all keep ignored
// signals ignored. Programs do not use these real-time signals (valgrind uses 64). Each run ignores one more
// of them. A caller that ignores all signals is not counted: it ignores `never`, too.
static constexpr int firstSignal = 63, lastSignal = firstSignal - mostRuns + 1, never = lastSignal - 1;

static bool isIgnored(int signal) {
  struct sigaction action;
  return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

bool countRun() {
  for (int signal = firstSignal; signal >= lastSignal; --signal)
    if (!isIgnored(signal)) {
      struct sigaction ignore = {};
      ignore.sa_handler = SIG_IGN;
      (void)sigaction(signal, &ignore, nullptr);
      return true;
    }
  return isIgnored(never);
}

} // namespace lambdacc
