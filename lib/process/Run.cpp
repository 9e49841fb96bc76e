#include "Run.h"
#include "ChildArrays.h"
#include "Failure.h"
#include "Print.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using llvm::StringRef;

namespace lambdacc {

static llvm::Error cannotRun(const Command &command, int error) {
  return fail(text("'{}' cannot be executed", {command.program.path}), {strerror(error)});
}

// GNU quoting, the default of clang, ld.lld and llvm-ar.
static void writeArguments(llvm::raw_fd_ostream &file, llvm::ArrayRef<std::string> args) {
  for (const std::string &arg : args) {
    file << '"';
    for (char c : arg) {
      if (c == '"' || c == '\\')
        file << '\\';
      file << c;
    }
    file << "\"\n";
  }
  file.flush();
}

namespace {
/// A response file for a command.
struct ResponseFile {
  llvm::SmallString<128> path;
  bool named; ///< it has a name, and must be removed after the command
};
} // namespace

// A memory file disappears with the processes that have it open, even if they are killed. It needs /proc.
static llvm::Expected<ResponseFile> writeResponseFile(llvm::ArrayRef<std::string> args) {
  int descriptor = memfd_create("lambda-cc", 0);
  ResponseFile response = {StringRef(text("/proc/self/fd/{}", {std::to_string(descriptor)})), false};
  if (descriptor < 0 || access(response.path.c_str(), R_OK)) {
    if (descriptor >= 0)
      (void)close(descriptor);
    response.named = true;
    if (std::error_code error =
            llvm::sys::fs::createTemporaryFile("lambda-cc", "rsp", descriptor, response.path))
      return fail("the temporary file for a long command line cannot be created", {error.message()});
  }
  llvm::raw_fd_ostream file(descriptor, /*shouldClose=*/response.named);
  writeArguments(file, args);
  if (!file.has_error())
    return response;
  std::string why = file.error().message();
  file.clear_error();
  return fail(text("'{}' cannot be written", {response.path}), {why});
}

namespace {
struct Spawned {
  int error = 0;           ///< errno if it does not run, else 0
  int status = 0;          ///< from waitpid()
  std::string errors = {}; ///< captured standard error
};

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
    if (pipe2(ends, O_CLOEXEC) != 0)
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

static int reap(pid_t child, Spawned &spawned) {
  sendSignalsTo(0);
  while (waitpid(child, &spawned.status, 0) < 0)
    if (errno != EINTR)
      return errno;
  return 0;
}

// Captures `from`, until its end or until `child` ends. The pipe can outlive the child: mold leaves a process
// behind to end earlier, and that process keeps the pipe open. A pidfd (Linux 5.3) reports the end of the
// child; without one, it is polled.
static void captureErrors(int from, pid_t child, Spawned &spawned) {
  constexpr size_t most = 1 << 20;
  constexpr int patience = 20; // milliseconds
  Descriptor end = {static_cast<int>(syscall(SYS_pidfd_open, child, 0))};
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

namespace {
// How to wait for a command.
struct WaitOptions {
  HeldSignals &signals;
  bool capturesErrors;
  llvm::function_ref<void()> meanwhile;
};
} // namespace

// Runs the command to its end. Captures its standard error, if ours is open.
static Spawned spawnAndWait(const Command &command, const std::vector<std::string> &argv,
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
  posix_spawnattr_setsigmask(&attributes, &signals.mask());
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  pid_t child;
  int error = posix_spawn(&child, command.program.path.c_str(), &actions, &attributes, pointers(argv).data(),
                          pointers(environment).data());
  sendSignalsTo(error ? 0 : child);
  if (int early = signals.caught(); early && !error) // it arrived before the child existed
    (void)kill(child, early);
  signals.unblock();
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (error)
    return {.error = error};
  Spawned spawned;
  errors.in.shut();
  options.meanwhile();
  if (errors.out.number >= 0)
    captureErrors(errors.out.number, child, spawned);
  (void)hasEnded(child, 0);
  spawned.error = reap(child, spawned);
  return spawned;
}

static Ended endOf(int status) {
  if (WIFSIGNALED(status))
    return {.status = 128 + WTERMSIG(status), .signal = WTERMSIG(status)};
  return {.status = WEXITSTATUS(status)};
}

// For a command line that is too long: runs the command with a response file.
static llvm::Expected<Spawned> spawnByFile(const Command &command, std::vector<std::string> argv,
                                           const std::vector<std::string> &variables,
                                           const WaitOptions &options) {
  llvm::Expected<ResponseFile> file = writeResponseFile(command.args);
  if (!file)
    return file.takeError();
  argv.resize(argv.size() - command.args.size());
  argv.push_back(("@" + file->path).str());
  Spawned spawned = spawnAndWait(command, argv, variables, options);
  if (file->named)
    (void)llvm::sys::fs::remove(file->path);
  return spawned;
}

static llvm::Expected<Finished> finished(const Command &command, llvm::Expected<Spawned> spawned) {
  if (!spawned)
    return spawned.takeError();
  if (spawned->error)
    return cannotRun(command, spawned->error);
  return Finished{endOf(spawned->status), std::move(spawned->errors)};
}

llvm::Expected<int> run(const Command &command, char **environment) {
  std::vector<std::string> argv = command.argv();
  std::vector<std::string> variables = childEnvironment(environment, command.set, command.unset);
  (void)execve(command.program.path.c_str(), pointers(argv).data(), pointers(variables).data());
  if (errno != E2BIG)
    return cannotRun(command, errno);
  llvm::Expected<Finished> waited = finished(command, [&] {
    HeldSignals signals;
    return spawnByFile(command, std::move(argv), variables, {signals, /*capturesErrors=*/false, [] {}});
  }());
  if (!waited)
    return waited.takeError();
  if (waited->end.signal)
    raiseSignal(waited->end.signal);
  return waited->end.status;
}

llvm::Expected<Finished> runAndWait(const Command &command, char **environment, HeldSignals &signals,
                                    llvm::function_ref<void()> meanwhile) {
  std::vector<std::string> argv = command.argv();
  std::vector<std::string> variables = childEnvironment(environment, command.set, command.unset);
  if (isatty(STDERR_FILENO))
    argv.insert(argv.end() - static_cast<ptrdiff_t>(command.args.size()), command.onTerminal.begin(),
                command.onTerminal.end());
  WaitOptions options{signals, /*capturesErrors=*/true, meanwhile};
  Spawned spawned = spawnAndWait(command, argv, variables, options);
  if (spawned.error == E2BIG)
    return finished(command, spawnByFile(command, std::move(argv), variables, options));
  return finished(command, std::move(spawned));
}

} // namespace lambdacc
