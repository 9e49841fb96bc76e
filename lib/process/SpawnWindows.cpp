#include "ChildArrays.h"
#include "RegularFile.h"
#include "Spawn.h"
#include "WindowsProgram.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/Program.h"
#include <csignal>
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

using llvm::StringRef;

namespace lambdacc {

Quoting quotingFor(const Program &program) { return quotingOnWindows(program); }

std::string replaceProcess(const std::string &program, const std::vector<std::string> &argv,
                           const std::vector<std::string> &environment) {
  return "";
}

int memoryFile(llvm::SmallVectorImpl<char> &path) { return -1; }

namespace {
// While this exists, the end of this process ends its children, even if it is killed: cargo and ninja kill
// only the process that they started. We are a member ourselves, so a child is a member from its first
// instruction. What a child leaves running when it has ended, such as sccache's server, stays.
class Job {
public:
  Job() : job(CreateJobObjectW(nullptr, nullptr)) {
    limit(JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE);
    (void)AssignProcessToJobObject(job, GetCurrentProcess());
  }
  ~Job() {
    limit(0);
    (void)CloseHandle(job);
  }
  Job(const Job &) = delete;
  Job &operator=(const Job &) = delete;

private:
  void limit(DWORD flags) {
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {};
    limits.BasicLimitInformation.LimitFlags = flags;
    (void)SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
  }
  HANDLE job;
};
} // namespace

// The file that captures standard error is read when the program has ended. So a process that it left behind,
// which has the file open, too, is not waited for.
Spawned spawnAndWait(const std::string &program, const std::vector<std::string> &argv,
                     const std::vector<std::string> &environment, const WaitOptions &options) {
  std::vector<StringRef> args = references(argv), variables = references(environment);
  if (!llvm::sys::commandLineFitsWithinSystemLimits(program, args))
    return {.isTooLong = true};
  llvm::SmallString<128> errors;
  if (options.capturesErrors)
    if (std::error_code error = llvm::sys::fs::createTemporaryFile("lambda-cc", "err", errors))
      return {.whyNot = "the temporary file for its messages cannot be created: " + error.message()};
  llvm::FileRemover removeErrors(errors, options.capturesErrors);
  llvm::SmallVector<std::optional<StringRef>, 3> redirects;
  if (options.capturesErrors)
    redirects = {std::nullopt, std::nullopt, errors.str()};

  Job job;
  std::string why;
  bool notStarted = false;
  llvm::sys::ProcessInfo child = llvm::sys::ExecuteNoWait(program, args, llvm::ArrayRef(variables), redirects,
                                                          /*MemoryLimit=*/0, &why, &notStarted);
  if (notStarted || child.Pid == llvm::sys::ProcessInfo::InvalidPid)
    return {.whyNot = reasonOf(why)};
  options.meanwhile();
  // LLVM's Wait changes -1, and each status with a low byte of 0. It closes the handle.
  DWORD status = 1;
  (void)WaitForSingleObject(child.Process, INFINITE);
  (void)GetExitCodeProcess(child.Process, &status);
  (void)llvm::sys::Wait(child, /*SecondsToWait=*/std::nullopt);
  // Windows gives a program without a handler this status for Ctrl-C. It may end before our handler has run.
  int signal = status == static_cast<DWORD>(STATUS_CONTROL_C_EXIT) ? SIGINT : 0;
  Spawned spawned{.end = {.status = static_cast<int>(status), .signal = signal}};
  constexpr uint64_t most = 1 << 30;
  if (options.capturesErrors)
    spawned.errors = readSmallFile(errors, most);
  return spawned;
}

} // namespace lambdacc
