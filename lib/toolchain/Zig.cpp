#include "Zig.h"
#include "PathSearch.h"
#include "llvm/Support/Path.h"

using llvm::SmallString;
using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

std::string findPipsZig(const Places &places, llvm::function_ref<bool(StringRef folder)> suits) {
  for (StringRef bin : places.path) {
    SmallString<256> lib = joinPath(path::parent_path(bin), {"lib"});
    if (!suits(bin) || !suits(lib))
      continue;
    for (StringRef python : entries(lib, places.fs)) {
      if (!path::filename(python).starts_with("python3"))
        continue;
      for (StringRef packages : {"site-packages", "dist-packages"}) { // the second is Debian's
        SmallString<256> ziglang = joinPath(python, {packages, "ziglang"});
        SmallString<256> file = joinPath(ziglang, {"zig"});
        if (isProgram(file, places.fs) && suits(python) && suits(joinPath(python, {packages})) && suits(ziglang))
          return std::string(file);
      }
    }
  }
  return "";
}

std::string findZig(const Places &places) {
  if (std::string zig = findOnPath(places, "zig"); !zig.empty())
    return zig;
  return findPipsZig(places, [&](StringRef folder) { return isSearched(folder, places.fs); });
}

bool isZig(StringRef file) { return path::stem(file) == "zig"; }

} // namespace lambdacc
