#include "SpawnPosix.h"
#include "ChildArrays.h"
#include "Print.h"
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace lambdacc {

Quoting quotingFor(const Program & /*program*/) { return Quoting::Gnu; }

std::string replaceProcess(const std::string &program, const std::vector<std::string> &argv,
                           const std::vector<std::string> &environment) {
  (void)execve(program.c_str(), pointers(argv).data(), pointers(environment).data());
  return errno == E2BIG ? "" : strerror(errno);
}

namespace {
// An open file descriptor, or -1.
struct Descriptor {
  int number = -1;
  void shut() {
    if (number >= 0)
      (void)close(number);
    number = -1;
  }
  ~Descriptor() { shut(); }
};

// A pipe. A program inherits its ends only if it is passed them explicitly.
struct Pipe {
  Descriptor out, in;
  bool open() {
    int ends[2];
    if (!openPipe(ends))
      return false;
    out.number = ends[0];
    in.number = ends[1];
    return true;
  }
};
} // namespace

// Whether the child has ended. It is not reaped: its PID stays reserved until waitpid(), so no signal can
// reach another process.
static bool hasEnded(pid_t child, int options) {
  siginfo_t info = {};
  while (waitid(P_PID, child, &info, WEXITED | WNOWAIT | options) != 0)
    if (errno != EINTR)
      return true; // waitpid() reports the error
  return info.si_pid == child;
}

static Ended endOf(int status) {
  if (WIFSIGNALED(status))
    return {.status = 128 + WTERMSIG(status), .signal = WTERMSIG(status)};
  return {.status = WEXITSTATUS(status)};
}

static void reap(pid_t child, Spawned &spawned) {
  sendSignalsTo(0);
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) {
      spawned.whyNot = strerror(errno);
      return;
    }
  spawned.end = endOf(status);
}

// Captures `from`, until its end or until `child` ends. The pipe can outlive the child: mold leaves a process
// behind to end earlier, and that process keeps the pipe open. openChild() reports the end of the child;
// without it, the child is polled.
static void captureErrors(int from, pid_t child, Spawned &spawned) {
  constexpr size_t most = 1 << 20;
  constexpr int patience = 20; // milliseconds
  Descriptor end = {openChild(child)};
  char part[1 << 14];
  bool ended = false, streams = false;
  for (;;) {
    pollfd polled[] = {{from, POLLIN, 0}, {ended ? -1 : end.number, POLLIN, 0}}; // poll() skips -1
    int ready = poll(polled, std::size(polled), ended ? 0 : patience);
    if (ready < 0)
      continue; // a signal
    if (!polled[0].revents) {
      if (ended)
        return;
      ended = hasEnded(child, WNOHANG); // its last output can still be in the pipe
      continue;
    }
    ssize_t got = read(from, part, sizeof part);
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0)
      return;
    spawned.errors.append(part, got);
    streams |= spawned.errors.size() > most;
    if (streams) {
      printMessages(spawned.errors);
      spawned.errors.clear();
    }
  }
}

Spawned spawnAndWait(const std::string &program, const std::vector<std::string> &argv,
                     const std::vector<std::string> &environment, const WaitOptions &options) {
  HeldSignals &signals = options.signals;
  signal(SIGCHLD, SIG_DFL); // if SIGCHLD is ignored, waitpid() finds no child
  Pipe errors;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  bool hasErrors = fcntl(STDERR_FILENO, F_GETFD) >= 0; // if it is closed, the pipe would get its number
  if (options.capturesErrors && hasErrors && errors.open())
    posix_spawn_file_actions_adddup2(&actions, errors.in.number, STDERR_FILENO);
  // Signals are blocked until the PID of the child is known.
  signals.block();
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigmask(&attributes, &signals.held().blocked);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  pid_t child;
  int error = posix_spawn(&child, program.c_str(), &actions, &attributes, pointers(argv).data(),
                          pointers(environment).data());
  sendSignalsTo(error ? 0 : child);
  if (int early = signals.caught(); early && !error) // it arrived before the child existed
    (void)kill(child, early);
  signals.unblock();
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (error)
    return {.whyNot = strerror(error), .isTooLong = error == E2BIG};
  Spawned spawned;
  errors.in.shut();
  options.meanwhile();
  if (errors.out.number >= 0)
    captureErrors(errors.out.number, child, spawned);
  (void)hasEnded(child, 0);
  reap(child, spawned);
  return spawned;
}

} // namespace lambdacc
