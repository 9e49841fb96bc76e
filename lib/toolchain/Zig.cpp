#include "Zig.h"
#include "PathSearch.h"
#include "llvm/ADT/StringExtras.h"
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
        if (isProgram(file, places.fs) && suits(python) && suits(joinPath(python, {packages})) &&
            suits(ziglang))
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

// Several versions beside each other have names such as zig-0.17 and zig0.17.1.
bool isZig(StringRef file) {
  StringRef name = path::filename(file);
  if (name == "python-zig" || path::stem(name) == "zig")
    return true;
  if (!name.consume_front("zig"))
    return false;
  name.consume_front("-");
  return !name.empty() && llvm::isDigit(name.front());
}

std::string zigOf(StringRef file, llvm::vfs::FileSystem &fs) {
  SmallString<256> real = realPath(file, fs);
  for (StringRef script : {StringRef(file), StringRef(real)})
    if (path::filename(script) == "python-zig") {
      std::string bin = path::parent_path(script).str();
      if (std::string zig = findPipsZig({bin, fs}, [](StringRef) { return true; }); !zig.empty())
        return zig;
    }
  return isZig(real) && !isZig(file) ? std::string(real) : file.str();
}

} // namespace lambdacc
