#include "Capture.h"
#include "RegularFile.h"
#include "WindowsProgram.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/Program.h"
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

using llvm::StringRef;

namespace lambdacc {

static bool isTooLarge(StringRef file) {
  uint64_t size = 0;
  return !llvm::sys::fs::file_size(file, size) && size > mostBytes;
}

// Waits until the program ends, or exceeds its time or output. Returns which limit it exceeded, or "".
static std::string waitFor(HANDLE child, StringRef output, StringRef errors) {
  constexpr DWORD tick = 50; // milliseconds between two looks at what it has written
  auto end = std::chrono::steady_clock::now() + longest;
  bool hasEnded = false;
  while (!hasEnded) {
    hasEnded = WaitForSingleObject(child, tick) != WAIT_TIMEOUT;
    if (isTooLarge(output) || isTooLarge(errors))
      return printsTooMuch;
    if (!hasEnded && std::chrono::steady_clock::now() > end)
      return takesTooLong;
  }
  return "";
}

// The program writes to temporary files, which nobody has to read while it runs.
Captured capture(const std::string &program, const std::vector<std::string> &argv) {
  llvm::SmallString<128> output, errors;
  std::error_code error = llvm::sys::fs::createTemporaryFile("lambda-cc", "out", output);
  llvm::FileRemover removeOutput(output);
  if (!error)
    error = llvm::sys::fs::createTemporaryFile("lambda-cc", "err", errors);
  llvm::FileRemover removeErrors(errors);
  if (error)
    return {.why = error.message()};
  std::string why;
  bool notStarted = false;
  llvm::sys::ProcessInfo child = llvm::sys::ExecuteNoWait(program, references(argv), /*Env=*/std::nullopt,
                                                          {StringRef(""), output.str(), errors.str()},
                                                          /*MemoryLimit=*/0, &why, &notStarted);
  if (notStarted || child.Pid == llvm::sys::ProcessInfo::InvalidPid)
    return {.why = reasonOf(why)};
  // rustup's rustc runs the real one. Both end with the job.
  HANDLE job = CreateJobObjectW(nullptr, nullptr);
  (void)AssignProcessToJobObject(job, child.Process);
  Captured captured{.why = waitFor(child.Process, output, errors)};
  if (!captured.why.empty()) {
    (void)TerminateJobObject(job, 1);
    (void)TerminateProcess(child.Process, 1); // a job that we are in may not allow another in it
  }
  (void)CloseHandle(job);
  int status = llvm::sys::Wait(child, /*SecondsToWait=*/std::nullopt).ReturnCode;
  captured.succeeds = status == 0 && captured.why.empty();
  captured.errors = readSmallFile(errors, mostBytes);
  captured.output = readSmallFile(output, mostBytes);
  return captured;
}

} // namespace lambdacc
