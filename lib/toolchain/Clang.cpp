#include "Failure.h"
#include "PathSearch.h"
#include "Text.h"
#include "Whose.h"
#include "Zig.h"
#include "llvm/Support/Path.h"

using llvm::SmallString;
using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

std::string findResourceDir(const Program &clang, llvm::vfs::FileSystem &fs) {
  SmallString<256> real = realPath(clang.path, fs);
  StringRef folder = path::parent_path(real);
  if (isZig(clang.path)) { // by its own name: it may be a link to a package manager's dispatcher
    SmallString<256> lib = under(folder, {"lib"});
    return fs.exists(under(lib, {"include", "stddef.h"})) ? std::string(lib) : "";
  }
  // <prefix>/lib/clang/19, or 16.0.6 as some distributions still name it; lib64 on others. Where several
  // clangs share a prefix (Arch, Fedora), the name of the program says which of them is its own; without that
  // only clang itself knows.
  unsigned wanted = 0;
  path::filename(real).rsplit('-').second.getAsInteger(10, wanted);
  for (StringRef lib : {"lib", "lib64"}) {
    std::string found;
    unsigned foundMajor = wanted;
    for (const std::string &versioned : entries(under(path::parent_path(folder), {lib, "clang"}), fs)) {
      unsigned major = 0;
      path::filename(versioned).split('.').first.getAsInteger(10, major);
      if (!major || (wanted && major != wanted) || !fs.exists(under(versioned, {"include", "stddef.h"})))
        continue;
      if (foundMajor && foundMajor != major)
        return "";
      foundMajor = major;
      found = versioned;
    }
    if (!found.empty())
      return found;
  }
  return "";
}

// The first clang of PATH that is none of the drop-in folders', of this installation or another: two of them
// would run each other without an end.
static std::string findPlainClang(const Places &places) {
  return findOnPath(places, "clang", [&](StringRef file) {
    SmallString<256> real = realPath(file, places.fs);
    return real != places.executable && path::filename(real) != "lambda-cc" && !isScript(real, places.fs);
  });
}

// The major version of a clang, or 0 where its path doesn't tell.
static unsigned majorVersion(const Program &clang, llvm::vfs::FileSystem &fs) {
  unsigned major = 0;
  path::filename(findResourceDir(clang, fs)).split('.').first.getAsInteger(10, major);
  return major;
}

llvm::Expected<Program> findClang(const Places &places, StringRef chosen) {
  if (!chosen.empty())
    return chosenProgram(places, "LAMBDA_CC_CLANG", chosen, "clang");

  // A plain clang whose version can't be told is a wrapper of somebody's; it is taken if there is no other.
  std::string plain = findPlainClang(places);
  unsigned plainMajor = plain.empty() ? 0 : majorVersion(inRole(plain, "clang"), places.fs);
  bool plainWorks = !plain.empty() && (plainMajor == 0 || plainMajor >= oldestClang);
  if (std::string named = findNumbered(places, "clang", plainWorks ? plainMajor : 0); !named.empty())
    return inRole(named, "clang");
  if (plainWorks)
    return inRole(plain, "clang");
  if (std::string zig = findZig(places); !zig.empty())
    return inRole(zig, "clang");

  std::vector<std::string> tooOld;
  if (!plain.empty())
    tooOld.push_back(text("{} is clang {}, and {} is the oldest that works",
                          {plain, std::to_string(plainMajor), std::to_string(oldestClang)}));
  return nothingFound(
      places, "no clang to compile with", {{"clang", "zig"}, "clang"}, tooOld,
      "install one (apt-get install clang-19; pip install ziglang), or name one in LAMBDA_CC_CLANG");
}

} // namespace lambdacc
