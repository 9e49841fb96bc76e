#include "Zig.h"
#include "PathSearch.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::SmallString;
using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

using Suits = llvm::function_ref<bool(StringRef folder)>;

// The zig in the folder of Python's packages `packages` of `python`, or "".
static std::string zigIn(StringRef python, StringRef packages, const Places &places, Suits suits) {
  SmallString<256> folder = joinPath(python, {packages}), ziglang = joinPath(folder, {"ziglang"});
  SmallString<256> file = programIn(ziglang, "zig", places);
  bool isThere = isProgram(file, places.fs) && suits(python) && suits(folder) && suits(ziglang);
  return isThere ? std::string(file) : "";
}

// Python's packages on Windows: PATH has <python>, <python>/Scripts, or Scripts beside the site-packages of
// one user.
static std::string findWindowsZig(const Places &places, Suits suits) {
  for (StringRef bin : places.path) {
    SmallString<256> lib = joinPath(bin, {"Lib"}), besides = joinPath(path::parent_path(bin), {"Lib"});
    for (StringRef python : {StringRef(lib), StringRef(besides), path::parent_path(bin)})
      if (std::string zig = suits(bin) ? zigIn(python, "site-packages", places, suits) : ""; !zig.empty())
        return zig;
  }
  return "";
}

std::string findPipsZig(const Places &places, Suits suits) {
  if (places.host == System::Windows)
    return findWindowsZig(places, suits);
  for (StringRef bin : places.path) {
    SmallString<256> lib = joinPath(path::parent_path(bin), {"lib"});
    if (!suits(bin) || !suits(lib))
      continue;
    for (StringRef python : entries(lib, places.fs)) {
      StringRef name = path::filename(python);
      // Plain in the folder of one user, ~/Library/Python/3.9 of macOS.
      bool isPlain = name == "python" && places.host == System::Mac;
      if (!isPlain && !name.starts_with("python3"))
        continue;
      for (StringRef packages : {"site-packages", "dist-packages"}) // the second is Debian's
        if (std::string zig = zigIn(python, packages, places, suits); !zig.empty())
          return zig;
    }
  }
  return "";
}

std::string findZig(const Places &places) {
  if (std::string zig = findOnPath(places, "zig"); !zig.empty())
    return zig;
  return findPipsZig(places, [&](StringRef folder) { return isSearched(folder, places); });
}

// Several versions beside each other have names such as zig-0.17 and zig0.17.1.
bool isZig(StringRef file) {
  std::string program = programName(file);
  StringRef name = program;
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
    if (programName(script) == "python-zig") {
      std::string bin = path::parent_path(script).str();
      if (std::string zig = findPipsZig({bin, fs}, [](StringRef) { return true; }); !zig.empty())
        return zig;
    }
  return isZig(real) && !isZig(file) ? std::string(real) : file.str();
}

} // namespace lambdacc
