#include "Zig.h"
#include "PathSearch.h"
#include "llvm/Support/Path.h"

using llvm::SmallString;
using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

std::string findZig(const Places &places) {
  if (std::string zig = findOnPath(places, "zig"); !zig.empty())
    return zig;
  for (const std::string &folder : places.path) {
    for (const std::string &python : entries(under(path::parent_path(folder), {"lib"}), places.fs)) {
      if (!path::filename(python).starts_with("python3"))
        continue;
      for (StringRef packages : {"site-packages", "dist-packages"}) // Debian's pip has a name of its own
        if (SmallString<256> file = under(python, {packages, "ziglang", "zig"}); isProgram(file, places.fs))
          return std::string(file);
    }
  }
  return "";
}

bool isZig(StringRef file) { return path::stem(file) == "zig"; }

} // namespace lambdacc
