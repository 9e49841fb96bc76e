#include "Bundled.h"
#include "Failure.h"
#include "PackageCommand.h"
#include "PathSearch.h"
#include "Text.h"
#include "Zig.h"
#include "llvm/Support/Path.h"

using llvm::SmallString;
using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

std::string findResourceDir(const Program &clang, llvm::vfs::FileSystem &fs) {
  SmallString<256> real = realPath(clang.path, fs);
  StringRef folder = path::parent_path(real);
  if (isZig(clang.path)) { // `real` may be a package manager's dispatcher of another name
    SmallString<256> lib = joinPath(folder, {"lib"});
    return fs.exists(joinPath(lib, {"include", "stddef.h"})) ? std::string(lib) : "";
  }
  // The folder is <prefix>/lib/clang/19, on some distributions 16.0.6 in place of 16, or lib64 in place of
  // lib. If several clangs share a prefix (Arch, Fedora), the number in the program's name selects the
  // folder. Without a number only clang itself knows it.
  unsigned wanted = 0;
  StringRef(programName(real)).rsplit('-').second.getAsInteger(10, wanted);
  for (StringRef lib : {"lib", "lib64"}) {
    std::string found;
    unsigned foundMajor = wanted;
    for (const std::string &versioned : entries(joinPath(path::parent_path(folder), {lib, "clang"}), fs)) {
      unsigned major = 0;
      path::filename(versioned).split('.').first.getAsInteger(10, major);
      if (!major || (wanted && major != wanted) || !fs.exists(joinPath(versioned, {"include", "stddef.h"})))
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

unsigned clangMajor(StringRef file, StringRef resourceDir, llvm::vfs::FileSystem &fs) {
  unsigned major = 0;
  if (path::filename(resourceDir).split('.').first.getAsInteger(10, major) &&
      StringRef(programName(realPath(file, fs))).rsplit('-').second.getAsInteger(10, major))
    return llvmOfPath(file, fs);
  return major;
}

static unsigned clangMajor(StringRef file, llvm::vfs::FileSystem &fs) {
  return clangMajor(file, findResourceDir({file.str()}, fs), fs);
}

llvm::Expected<Program> findClang(const Places &places, StringRef chosen) {
  if (!chosen.empty() && !isBundled(chosen, places)) {
    llvm::Expected<Program> program = chosenProgram(places, "LAMBDA_CC_CLANG", chosen, "clang");
    if (program && isGcc(*program, places.fs))
      return fail(text("LAMBDA_CC_CLANG names '{}', which is a GCC", {chosen}),
                  {"unset it, and set LAMBDA_CC_GCC to that GCC"});
    return program;
  }
  llvm::Expected<std::optional<Bundled>> bundled = findBundled(places);
  if (!bundled)
    return bundled.takeError();
  if (const std::optional<Bundled> &own = *bundled; own)
    return inRole(own->program, "clang");
  return findClangOnPath(places);
}

llvm::Expected<Program> findClangOnPath(const Places &places) {
  Versioned found = findNewest(places, "clang", [&](StringRef file) { return clangMajor(file, places.fs); });
  if (!found.file.empty() && (found.major == 0 || found.major >= oldestClang))
    return inRole(found.file, "clang");
  if (std::string zig = findZig(places); !zig.empty())
    return inRole(zig, "clang");

  std::vector<std::string> tooOld;
  if (!found.file.empty())
    tooOld.push_back(text("{} is clang {}, and {} is the oldest that works",
                          {found.file, std::to_string(found.major), std::to_string(oldestClang)}));
  return nothingFound(places, "no clang to compile with", {{"clang", "zig"}, "clang"}, tooOld,
                      text("install one ({}; pip install ziglang), or name one in LAMBDA_CC_CLANG",
                           {packageCommand("clang")}));
}

} // namespace lambdacc
