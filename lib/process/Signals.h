//===- Signals.h - Signals while there is something to clean up -----------===//
#ifndef LAMBDA_CC_PROCESS_SIGNALS_H
#define LAMBDA_CC_PROCESS_SIGNALS_H

#include <memory>
#include <string>

namespace lambdacc {

/// While an object of this class exists, signals that would end us do not. Each is forwarded to the child
/// that we wait for, which may end or not. After the clean-up, raiseSignal() ends us by the same signal,
/// unless the child failed with a status of its own. Signals that our caller ignores stay ignored, as nohup
/// and a shell's background jobs expect. On Windows these are Ctrl-C, Ctrl-Break and the closing of the
/// console, which every program of a console receives.
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

  struct State; ///< of the system
  const State &held() const { return *state; }

private:
  std::unique_ptr<State> state;
};

/// Requests SIGTERM when our parent ends. If a signal ends clang's driver, the driver does not stop the
/// linker that it runs, which is us. Linux only; elsewhere such a linker continues, as any other does.
void endWithParent();

/// Ends us by `signal`, with its default action. Returns if our caller has blocked it.
void raiseSignal(int signal);

/// The system's name for `signal` if a crash ends a program by it: "Segmentation fault", or "Killed" where
/// memory is short. "" for all others, such as SIGTERM, and on Windows.
std::string nameOfCrash(int signal);

/// Counts the runs of lambda-cc in which one runs the next, also where the environment is cleared in between.
/// Returns false after `mostRuns`. Only Linux has a place for the number; elsewhere all runs are allowed.
bool countRun();
constexpr int mostRuns = 8;

} // namespace lambdacc

#endif
