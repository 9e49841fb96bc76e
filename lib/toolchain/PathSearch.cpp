#include "PathSearch.h"
#include "Failure.h"
#include "Text.h"
#include "Zig.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <unistd.h>

using llvm::ArrayRef;
using llvm::SmallString;
using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

// The versions of LLVM whose names are looked for, newest first. One comes every half year, so this is good
// until 2030.
constexpr unsigned newestNamed = 30;

static std::string numbered(StringRef name, unsigned major) {
  return (name + "-" + llvm::Twine(major)).str();
}

SmallString<256> under(StringRef folder, std::initializer_list<StringRef> names) {
  SmallString<256> out(folder);
  for (StringRef name : names)
    path::append(out, name);
  return out;
}

// Whether the kernel lets this user execute `file`: its owner, access lists and the mount decide, too. execve
// goes by the effective ids, access(2) by the real ones.
static bool mayExecute(StringRef file) {
  bool isOneUser = getuid() == geteuid() && getgid() == getegid();
  return (isOneUser ? access : eaccess)(file.str().c_str(), X_OK) == 0;
}

static bool isExecutable(StringRef file, const llvm::vfs::Status &status, llvm::vfs::FileSystem &fs) {
  if (!(status.getPermissions() & llvm::sys::fs::all_exe))
    return false;
  bool isOnDisk = &fs == llvm::vfs::getRealFileSystem().get(); // a unit test's files are in memory
  return !isOnDisk || mayExecute(file);
}

bool isProgram(StringRef file, llvm::vfs::FileSystem &fs) {
  llvm::ErrorOr<llvm::vfs::Status> status = fs.status(file);
  return status && status->isRegularFile() && isExecutable(file, *status, fs);
}

// Why the file that is there is no program, or "".
static std::string whyNotExecuted(StringRef file, llvm::vfs::FileSystem &fs) {
  llvm::ErrorOr<llvm::vfs::Status> status = fs.status(file);
  if (!status) {
    bool isAbsent = status.getError() == std::errc::no_such_file_or_directory ||
                    status.getError() == std::errc::not_a_directory;
    return isAbsent ? "" : text("{}: {}", {file, status.getError().message()});
  }
  if (status->isDirectory())
    return text("{} is a folder", {file});
  if (!status->isRegularFile())
    return text("{} is no regular file", {file});
  if (isExecutable(file, *status, fs))
    return "";
  std::string mode;
  llvm::raw_string_ostream(mode) << llvm::format("%04o", static_cast<unsigned>(status->getPermissions()));
  return text("{} has mode {} and belongs to user {}: user {} can't execute it",
              {file, mode, std::to_string(status->getUser()), std::to_string(geteuid())});
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
    if (std::string file = findOnPath({folders, places.fs}, numbered(name, n)); !file.empty())
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

std::vector<std::string> whyNoneExecuted(const Places &places, StringRef name) {
  std::vector<std::string> reasons;
  auto look = [&](StringRef file) {
    if (std::string why = whyNotExecuted(file, places.fs); !why.empty())
      reasons.push_back(std::move(why));
  };
  if (name.contains('/'))
    look(name);
  else
    for (const std::string &folder : places.path)
      if (SmallString<256> file = under(folder, {name}); places.fs.exists(file))
        look(file);
  return reasons;
}

llvm::Expected<Program> chosenProgram(const Places &places, StringRef variable, StringRef chosen,
                                      StringRef role) {
  std::string file = chosen.contains('/') ? chosen.str() : findOnPath(places, chosen);
  if (!file.empty() && isOurs(file, places))
    return namesOurs(variable, chosen);
  if (!file.empty() && isProgram(file, places.fs))
    return inRole(file, role);
  std::string cure = text("set it to a {}, or unset it to let one be found", {role});
  if (std::vector<std::string> why = whyNoneExecuted(places, chosen); !why.empty()) {
    why.push_back(cure);
    return fail(text("{} names '{}', which can't be executed", {variable, chosen}), std::move(why));
  }
  return fail(text("{} names '{}', and there is no such program", {variable, chosen}), {cure});
}

llvm::Error nothingFound(const Places &places, StringRef what, const Wanted &wanted,
                         std::vector<std::string> more, StringRef install) {
  std::vector<std::string> names;
  std::vector<std::string> reasons;
  for (StringRef name : wanted.names) {
    names.push_back(name.str());
    llvm::append_range(reasons, whyNoneExecuted(places, name));
    if (name != wanted.numbered)
      continue;
    names.push_back(numbered(name, oldestClang) + " or newer");
    for (unsigned major = newestNamed; major >= oldestClang; --major)
      llvm::append_range(reasons, whyNoneExecuted(places, numbered(name, major)));
  }
  std::vector<std::string> evidence = {
      text("looked for {} in PATH: {}", {inWords(names), llvm::join(places.path, ":")})};
  llvm::append_range(evidence, more);
  llvm::append_range(evidence, reasons);
  evidence.push_back(install.str());
  return fail(what.str(), std::move(evidence));
}

} // namespace lambdacc
