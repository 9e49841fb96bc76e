//===- Signals.h - What ends us while there is something to clean up --------===//
#ifndef LAMBDA_CC_PROCESS_SIGNALS_H
#define LAMBDA_CC_PROCESS_SIGNALS_H

#include <csignal>
#include <sys/types.h>
#include <vector>

namespace lambdacc {

/// While one lives, a signal that would end us doesn't. It is sent on to the child that is waited for, which
/// ends of it or not. What is to be cleaned up is cleaned up, and then raise() ends us by it. A signal that
/// our caller ignores stays ignored, as nohup and a shell's background jobs have it.
///
/// There is one at a time: signals belong to the process.
class HeldSignals {
public:
  HeldSignals();
  ~HeldSignals(); ///< gives the signals back: one that waits ends us now
  HeldSignals(const HeldSignals &) = delete;
  HeldSignals &operator=(const HeldSignals &) = delete;

  /// The first that came, or 0.
  int caught() const;

  /// From block() to unblock() no signal comes: while a child's number isn't known, or something is half
  /// done.
  void block();
  void unblock();

  /// What was blocked before: a child is to have it so.
  const sigset_t &mask() const { return blocked; }

private:
  std::vector<std::pair<int, struct sigaction>> before;
  sigset_t blocked;
};

/// The child that signals are sent on to, from now on; 0 for none.
void sendSignalsTo(pid_t child);

/// Has SIGTERM sent to us when our parent ends. clang's driver ends by a signal and leaves the linker that it
/// runs at work. Linux only; elsewhere that linker goes on, as without us.
void endWithParent();

/// Ends us by `signal`, as it would have without a handler. Returns where our caller has it blocked.
void raiseSignal(int signal);

} // namespace lambdacc

#endif
