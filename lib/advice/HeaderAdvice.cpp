#include "HeaderAdvice.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace lambdacc {

// gcc 10 to 15: "a.c:1:10: fatal error: x.h: No such file or directory", and "<command-line>: …" for
// -include. "cc1: …" is a source or an output. A dependency file has the position of a source, too.
static bool isHeaderOfGcc(StringRef line) {
  auto [place, message] = line.rtrim('\r').split("fatal error: ");
  return message.ends_with(": No such file or directory") && !place.starts_with("cc1") &&
         !message.contains("opening dependency file ");
}

static bool lacksHeader(StringRef messages) {
  return messages.contains("' file not found") || // clang 16 to 22; zig's is the same
         llvm::any_of(llvm::split(messages, '\n'), isHeaderOfGcc);
}

std::vector<std::string> adviceOnHeaders(StringRef messages, llvm::ArrayRef<std::string> dropped) {
  if (!lacksHeader(messages))
    return {};
  std::vector<std::string> lines;
  for (const std::string &folder : dropped)
    lines.push_back(text("{} is not searched: it is a folder of the host, not of the target", {folder}));
  lines.emplace_back(
      "copy the headers that fit the target into a folder of the project, and name it with -I");
  return lines;
}

} // namespace lambdacc
