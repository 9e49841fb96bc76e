#include "Signals.h"
#include <atomic>
#include <csignal>
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

namespace lambdacc {

// Windows calls the handler in a thread of its own. The child is on the same console and gets the event, too.
static std::atomic<int> first = 0;

static BOOL WINAPI hold(DWORD event) {
  int none = 0;
  first.compare_exchange_strong(none, event == CTRL_C_EVENT ? SIGINT : SIGTERM);
  // After the handler of these, Windows ends the process, in five seconds at the latest. That is the time for
  // the clean-up in the main thread.
  if (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT)
    Sleep(INFINITE);
  return TRUE;
}

struct HeldSignals::State {};

HeldSignals::HeldSignals() {
  first = 0;
  (void)SetConsoleCtrlHandler(hold, TRUE);
}

HeldSignals::~HeldSignals() { (void)SetConsoleCtrlHandler(hold, FALSE); }

int HeldSignals::caught() const { return first; }

// The handler interrupts nothing.
void HeldSignals::block() {}
void HeldSignals::unblock() {}

// The job of a running child does that: SpawnWindows.cpp.
void endWithParent() {}

// A shell shows by this exit status that Ctrl-C ended a program.
void raiseSignal(int signal) { ExitProcess(STATUS_CONTROL_C_EXIT); }

std::string nameOfCrash(int signal) { return ""; }

bool countRun() { return true; }

} // namespace lambdacc
