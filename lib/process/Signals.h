//===- Signals.h - Signals while there is something to clean up -----------===//
#ifndef LAMBDA_CC_PROCESS_SIGNALS_H
#define LAMBDA_CC_PROCESS_SIGNALS_H

#include <csignal>
#include <sys/types.h>
#include <vector>

namespace lambdacc {

/// While an object of this class exists, signals that would end us do not. Each is forwarded to the child
/// that we wait for, which may end or not. After the clean-up, raiseSignal() ends us by the same signal.
/// Signals that our caller ignores stay ignored, as nohup and a shell's background jobs expect.
///
/// Only one object can exist at a time: signals belong to the process.
class HeldSignals {
public:
  HeldSignals();
  ~HeldSignals(); ///< restores the handlers; a pending signal ends us now
  HeldSignals(const HeldSignals &) = delete;
  HeldSignals &operator=(const HeldSignals &) = delete;

  /// The first signal that arrived, or 0.
  int caught() const;

  /// No signal is delivered between block() and unblock(): while the PID of a child is unknown, or an
  /// operation is half done.
  void block();
  void unblock();

  /// The signal mask from before, for a child to inherit.
  const sigset_t &mask() const { return blocked; }

private:
  std::vector<std::pair<int, struct sigaction>> before;
  sigset_t blocked;
};

/// Forwards signals to `child` from now on. 0 for none.
void sendSignalsTo(pid_t child);

/// Requests SIGTERM when our parent ends. If a signal ends clang's driver, the driver does not stop the
/// linker that it runs, which is us. Linux only; elsewhere such a linker continues, as any other does.
void endWithParent();

/// Ends us by `signal`, with its default action. Returns if our caller has blocked it.
void raiseSignal(int signal);

} // namespace lambdacc

#endif
