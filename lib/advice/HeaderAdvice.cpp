#include "HeaderAdvice.h"
#include "Text.h"

using llvm::StringRef;

namespace lambdacc {

std::vector<std::string> adviceOnHeaders(StringRef messages, llvm::ArrayRef<std::string> dropped) {
  if (!messages.contains("' file not found")) // clang 16 to 22; zig's is the same
    return {};
  std::vector<std::string> lines;
  for (const std::string &folder : dropped)
    lines.push_back(text("{} is not searched: it is a folder of the host, not of the target", {folder}));
  lines.emplace_back(
      "copy the headers that fit the target into a folder of the project, and name it with -I");
  return lines;
}

} // namespace lambdacc
