#include "Capture.h"
#include "ChildArrays.h"
#include "SpawnPosix.h"
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

// POSIX has no header for it, and macOS declares it in none. glibc does.
extern char **environ; // NOLINT(readability-redundant-declaration)

namespace lambdacc {

static constexpr int tick = 100; // milliseconds between two checks whether the program has ended

namespace {
// A pipe from the program to us, and the text read from it so far.
struct Stream {
  int out = -1, in = -1;
  std::string text = {};

  // Descriptors above 2, so that they never collide with the program's standard streams, even if ours are
  // closed.
  bool open() {
    int ends[2];
    if (!openPipe(ends))
      return false;
    out = fcntl(ends[0], F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    in = fcntl(ends[1], F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    (void)close(ends[0]);
    (void)close(ends[1]);
    return out >= 0 && in >= 0 && !fcntl(out, F_SETFL, O_NONBLOCK);
  }
  static void shut(int &end) {
    if (end >= 0)
      (void)close(std::exchange(end, -1));
  }
  // Reads what is available. Closes the pipe at its end.
  void drain() {
    char buffer[4096];
    ssize_t length;
    while (out >= 0 && text.size() <= mostBytes && (length = read(out, buffer, sizeof buffer)) != 0) {
      if (length > 0)
        text.append(buffer, length);
      else if (errno != EINTR)
        return;
    }
    if (text.size() <= mostBytes)
      shut(out);
  }
  ~Stream() {
    shut(out);
    shut(in);
  }
};
} // namespace

// Reads until the program ends, or exceeds its time or output. Returns which limit it exceeded, or "".
static std::string waitFor(pid_t child, Stream &output, Stream &errors, int &status) {
  auto end = std::chrono::steady_clock::now() + longest;
  std::string why;
  while (why.empty()) {
    pollfd pipes[] = {{output.out, POLLIN, 0}, {errors.out, POLLIN, 0}}; // poll() skips a closed pipe (-1)
    bool isSilent = output.out < 0 && errors.out < 0;                    // the program is about to end
    (void)poll(pipes, 2, isSilent ? 1 : tick);
    // The end of the pipes is not enough: a server that the program started can keep them open.
    bool ended = waitpid(child, &status, WNOHANG) != 0;
    output.drain();
    errors.drain();
    if (output.text.size() > mostBytes || errors.text.size() > mostBytes)
      why = printsTooMuch;
    if (ended)
      return why;
    if (why.empty() && std::chrono::steady_clock::now() > end)
      why = takesTooLong;
  }
  (void)kill(child, SIGKILL);
  while (waitpid(child, &status, 0) < 0 && errno == EINTR)
    ;
  return why;
}

Captured capture(const std::string &program, const std::vector<std::string> &argv) {
  Stream output, errors;
  if (!output.open() || !errors.open())
    return {.why = strerror(errno)};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output.in, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, errors.in, STDERR_FILENO);
  (void)signal(SIGCHLD, SIG_DFL); // if SIGCHLD is ignored, waitpid() finds no child
  pid_t child;
  int error = posix_spawn(&child, program.c_str(), &actions, nullptr, pointers(argv).data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error)
    return {.why = strerror(error)};
  Stream::shut(output.in);
  Stream::shut(errors.in);

  int status = 0;
  std::string why = waitFor(child, output, errors, status);
  bool succeeds = why.empty() && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  if (why.empty() && WIFSIGNALED(status))
    why = strsignal(WTERMSIG(status));
  return {succeeds, std::move(why), std::move(output.text), std::move(errors.text)};
}

} // namespace lambdacc
