#include "PathSearch.h"
#include "Failure.h"
#include "Text.h"
#include "Zig.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::ArrayRef;
using llvm::SmallString;
using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

// The versions of LLVM whose names are looked for, newest first. One comes every half year, so this is good
// until 2030.
constexpr unsigned newestNamed = 30;

SmallString<256> under(StringRef folder, std::initializer_list<StringRef> names) {
  SmallString<256> out(folder);
  for (StringRef name : names)
    path::append(out, name);
  return out;
}

bool isProgram(StringRef file, llvm::vfs::FileSystem &fs) {
  llvm::ErrorOr<llvm::vfs::Status> status = fs.status(file);
  return status && status->isRegularFile() && (status->getPermissions() & llvm::sys::fs::all_exe);
}

SmallString<256> realPath(StringRef file, llvm::vfs::FileSystem &fs) {
  SmallString<256> real;
  return fs.getRealPath(file, real) ? SmallString<256>(file) : real;
}

std::vector<std::string> entries(const SmallString<256> &folder, llvm::vfs::FileSystem &fs) {
  std::vector<std::string> paths;
  std::error_code error;
  for (llvm::vfs::directory_iterator it = fs.dir_begin(folder, error), end; !error && it != end;
       it.increment(error))
    paths.push_back(it->path().str());
  return paths;
}

std::string findOnPath(const Places &places, StringRef name, llvm::function_ref<bool(StringRef)> suits) {
  for (const std::string &folder : places.path) {
    SmallString<256> file = under(folder, {name});
    if (isProgram(file, places.fs) && suits(file))
      return std::string(file);
  }
  return "";
}

// The folders of PATH that are there, each once: /bin is /usr/bin on most systems, and a dozen names are
// looked for in each.
static std::vector<std::string> distinctFolders(const Places &places) {
  std::vector<std::string> folders;
  llvm::SmallVector<llvm::sys::fs::UniqueID, 16> seen;
  for (const std::string &folder : places.path)
    if (llvm::ErrorOr<llvm::vfs::Status> status = places.fs.status(folder);
        status && !llvm::is_contained(seen, status->getUniqueID())) {
      seen.push_back(status->getUniqueID());
      folders.push_back(folder);
    }
  return folders;
}

unsigned llvmOfPath(StringRef file, llvm::vfs::FileSystem &fs) {
  SmallString<256> real = realPath(file, fs);
  for (StringRef spelling : {StringRef(real), file})
    for (StringRef part : llvm::make_range(path::begin(spelling), path::end(spelling))) {
      unsigned major = 0;
      bool isLlvms = part.consume_front("llvm") || part.consume_front("ld.lld");
      if (isLlvms && !part.ltrim("-@").split('.').first.getAsInteger(10, major))
        return major;
    }
  return 0;
}

std::string findNumbered(const Places &places, StringRef name, unsigned major) {
  std::vector<std::string> folders = distinctFolders(places);
  for (unsigned n = newestNamed; n >= oldestClang && n > major; --n)
    if (std::string file = findOnPath({folders, places.fs}, (name + "-" + llvm::Twine(n)).str());
        !file.empty())
      return file;
  return "";
}

std::string findNewest(const Places &places, StringRef name) {
  std::string plain = findOnPath(places, name);
  unsigned plainMajor = plain.empty() ? 0 : llvmOfPath(plain, places.fs);
  if (!plain.empty() && !plainMajor)
    return plain;
  std::string named = findNumbered(places, name, plainMajor);
  return named.empty() ? plain : named;
}

Program inRole(std::string file, StringRef role) {
  Program program{std::move(file)};
  StringRef name = path::filename(program.path);
  if (isZig(program.path))
    program.prefix = {role.str()};
  else if (role == "ld.lld" && (name == "rust-lld" || name == "lld"))
    program.prefix = {"-flavor", "gnu"}; // it is four linkers, told apart by that or by its name
  return program;
}

bool isOurs(StringRef file, const Places &places) { return realPath(file, places.fs) == places.executable; }

llvm::Error namesOurs(StringRef variable, StringRef name) {
  return fail(text("{} names '{}', which is lambda-cc itself", {variable, name}),
              {"it is to name the program that lambda-cc runs"});
}

llvm::Expected<Program> chosenProgram(const Places &places, StringRef variable, StringRef chosen,
                                      StringRef role) {
  std::string file = chosen.contains('/') ? chosen.str() : findOnPath(places, chosen);
  if (!file.empty() && isOurs(file, places))
    return namesOurs(variable, chosen);
  if (!file.empty() && isProgram(file, places.fs))
    return inRole(file, role);
  return fail(text("{} names '{}', and there is no such program", {variable, chosen}),
              {text("set it to a {}, or unset it to let one be found", {role})});
}

llvm::Error nothingFound(const Places &places, StringRef what, ArrayRef<std::string> names,
                         std::vector<std::string> more, StringRef install) {
  std::vector<std::string> evidence = {
      text("looked for {} in PATH: {}", {inWords(names), llvm::join(places.path, ":")})};
  llvm::append_range(evidence, more);
  evidence.push_back(install.str());
  return fail(what.str(), std::move(evidence));
}

} // namespace lambdacc
