#include "SignalsPosix.h"
#include <cerrno>
#include <cstring>

namespace lambdacc {

// Signals that end a process by default and that others send. Our own writes can cause SIGPIPE, too.
static constexpr int ending[] = {SIGHUP,  SIGINT,  SIGQUIT,   SIGPIPE, SIGALRM, SIGTERM, SIGABRT,
                                 SIGUSR1, SIGUSR2, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ};

// The only state that the handler uses.
static volatile sig_atomic_t first = 0, child = 0;

static void hold(int signal) {
  int error = errno;
  if (!first)
    first = signal;
  if (child)
    (void)kill(child, signal);
  errno = error;
}

HeldSignals::HeldSignals() : state(std::make_unique<State>()) {
  first = 0;
  child = 0;
  sigprocmask(SIG_BLOCK, nullptr, &state->blocked);
  struct sigaction holding = {};
  holding.sa_handler = hold;
  sigfillset(&holding.sa_mask);
  for (int signal : ending) {
    struct sigaction old = {};
    if (sigaction(signal, nullptr, &old) || old.sa_handler == SIG_IGN || sigaction(signal, &holding, nullptr))
      continue;
    state->before.push_back({signal, old});
  }
}

HeldSignals::~HeldSignals() {
  for (const auto &[signal, old] : state->before)
    (void)sigaction(signal, &old, nullptr);
  unblock();
}

int HeldSignals::caught() const { return first; }

void HeldSignals::block() {
  sigset_t held;
  sigemptyset(&held);
  for (const auto &row : state->before)
    sigaddset(&held, row.first);
  sigprocmask(SIG_BLOCK, &held, nullptr);
}

void HeldSignals::unblock() { sigprocmask(SIG_SETMASK, &state->blocked, nullptr); }

void sendSignalsTo(pid_t to) { child = to; }

std::string nameOfCrash(int signal) {
  for (int crash : {SIGILL, SIGSEGV, SIGBUS, SIGFPE, SIGKILL})
    if (signal == crash)
      return strsignal(signal);
  return "";
}

void raiseSignal(int signal) {
  (void)std::signal(signal, SIG_DFL);
  (void)raise(signal);
}

} // namespace lambdacc
