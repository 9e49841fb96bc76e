#include "Capture.h"
#include "RegularFile.h"
#include "WindowsProgram.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/Program.h"

namespace lambdacc {

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
  int status = llvm::sys::ExecuteAndWait(program, references(argv), /*Env=*/std::nullopt,
                                         {llvm::StringRef(""), output.str(), errors.str()}, longest.count(),
                                         /*MemoryLimit=*/0, &why, &notStarted);
  Captured captured{.succeeds = status == 0 && !notStarted};
  if (notStarted)
    captured.why = reasonOf(why);
  else if (status == -2 && !why.empty())
    captured.why = takesTooLong;
  captured.errors = readSmallFile(errors, mostBytes);
  uint64_t size = 0;
  if (captured.succeeds && !llvm::sys::fs::file_size(output, size) && size > mostBytes)
    return {.why = printsTooMuch};
  captured.output = readSmallFile(output, mostBytes);
  return captured;
}

} // namespace lambdacc
