// Runs rustc, clang and the like for doctor.
#include "Capture.h"
#include "Failure.h"
#include "Run.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace lambdacc {

llvm::Expected<std::string> outputOf(StringRef program, llvm::ArrayRef<StringRef> command) {
  Captured run = capture(program.str(), {command.begin(), command.end()});
  if (run.succeeds)
    return std::move(run.output);
  std::vector<std::string> evidence;
  for (StringRef line : {StringRef(run.why), StringRef(run.errors).trim().split('\n').first})
    if (!line.empty())
      evidence.push_back(line.str());
  return fail(text("'{}' fails", {llvm::join(command, " ")}), std::move(evidence));
}

} // namespace lambdacc
