#include "Prefix.h"
#include "LinkTarget.h"
#include "System.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::SmallString;
using llvm::StringRef;
namespace path = llvm::sys::path;
namespace fs = llvm::sys::fs;

namespace lambdacc {

// Absolute. `..` is removed if that names the same file: behind a link to a folder it does not.
static std::string absolute(StringRef file) {
  SmallString<256> whole(file);
  (void)fs::make_absolute(whole);
  SmallString<256> shorter(whole);
  path::remove_dots(shorter, /*remove_dot_dot=*/true);
  if (fs::equivalent(whole, shorter))
    return std::string(shorter);
  path::remove_dots(whole, /*remove_dot_dot=*/false);
  return std::string(whole);
}

static std::string calledFile(StringRef argv0, llvm::ArrayRef<std::string> folders) {
  if (isPath(argv0))
    return absolute(programFile(argv0));
  for (const std::string &folder : folders)
    if (std::string file = folder + "/" + programFile(argv0); fs::can_execute(file))
      return absolute(file);
  return "";
}

// The file that the link `file` names, or "".
static std::string fileBehind(StringRef file) {
  std::string link = linkTarget(file);
  if (link.empty())
    return "";
  if (isAbsolute(link))
    return absolute(link);
  SmallString<256> beside(path::parent_path(file));
  path::append(beside, link);
  return absolute(beside);
}

std::string prefixAsCalled(StringRef argv0, const Settings &settings) {
  StringRef real = path::parent_path(path::parent_path(settings.executable));
  std::string file = calledFile(argv0, settings.path);
  constexpr unsigned mostLinks = 40; // as Linux has it
  for (unsigned links = 0; links < mostLinks && !file.empty(); ++links, file = fileBehind(file)) {
    StringRef inBin = path::parent_path(path::parent_path(file));
    StringRef inDropIn = path::parent_path(path::parent_path(inBin)); // libexec/lambda-cc/drop-in
    for (StringRef prefix : {inBin, inDropIn})
      if (!prefix.empty() && fs::equivalent(prefix, real))
        return prefix.str();
  }
  return real.str();
}

} // namespace lambdacc
