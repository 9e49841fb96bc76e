#include "PathSearch.h"
#include "Bundled.h"
#include "Failure.h"
#include "Launcher.h"
#include "Owner.h"
#include "Permissions.h"
#include "System.h"
#include "Text.h"
#include "Zig.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::SmallString;
using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

// The newest LLVM that is looked for as `name`-N. There is a new one every half year, so this lasts until
// 2030.
constexpr unsigned newestNamed = 30;

static std::string numbered(StringRef name, unsigned major) {
  return (name + "-" + llvm::Twine(major)).str();
}

SmallString<256> joinPath(StringRef folder, std::initializer_list<StringRef> names) {
  SmallString<256> out(folder);
  for (StringRef name : names)
    path::append(out, name);
  return out;
}

bool isProgram(StringRef file, llvm::vfs::FileSystem &fs) {
  llvm::ErrorOr<llvm::vfs::Status> status = fs.status(file);
  return status && status->isRegularFile() && isExecutable(file, *status, fs);
}

// Why an existing file can't be executed, or "".
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
    return text("{} is not a regular file", {file});
  if (isExecutable(file, *status, fs))
    return "";
  return whyNotExecutable(file, *status);
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

SmallString<256> programIn(StringRef folder, StringRef name, const Places &places) {
  return joinPath(folder, {programFile(name, places.host)});
}

std::string findOnPath(const Places &places, StringRef name) {
  for (const std::string &folder : places.path)
    if (SmallString<256> file = programIn(folder, name, places); isProgram(file, places.fs))
      return std::string(file);
  return "";
}

// Windows starts C:/o/bin/clang.exe for C:/o/bin/clang.
static std::string fileByPath(StringRef program, const Places &places) {
  std::string file = programFile(program, places.host);
  return file == program || places.fs.exists(file) ? file : program.str();
}

std::string fileOf(const Places &places, StringRef program) {
  return isPath(program) ? fileByPath(program, places) : findOnPath(places, program);
}

std::string findOtherOnPath(const Places &places, StringRef name) {
  for (const std::string &folder : places.path)
    if (SmallString<256> file = programIn(folder, name, places);
        isProgram(file, places.fs) && !isLambdaCc(realPath(file, places.fs), places))
      return std::string(file);
  return "";
}

// Why `name`-N is not looked for in `folder`, or "". A user who can write to a folder can add a newer version
// that nobody chose.
static StringRef whyNotSearched(StringRef folder, const llvm::vfs::Status &status, System host) {
  if (!isAbsolute(folder, host))
    return "its folder depends on where the build runs";
  return isWritableByOthers(status) ? "other users can write to its folder" : "";
}

bool isSearched(StringRef folder, const Places &places) {
  llvm::ErrorOr<llvm::vfs::Status> status = places.fs.status(folder);
  return status && whyNotSearched(folder, *status, places.host).empty();
}

namespace {
struct Folder {
  StringRef name;
  llvm::sys::fs::UniqueID id;
  StringRef whyNotSearched; // why `name`-N is not looked for here, or ""
};
} // namespace

// The existing folders of PATH and llvmFolders(), each once. /bin is /usr/bin on most systems, and a dozen
// names are looked for in each folder.
static std::vector<Folder> distinctFolders(const Places &places) {
  std::vector<Folder> folders;
  std::vector<StringRef> names(places.path.begin(), places.path.end());
  llvm::append_range(names, llvmFolders(places.host));
  for (StringRef name : names) {
    llvm::ErrorOr<llvm::vfs::Status> status = places.fs.status(name);
    if (!status)
      continue;
    Folder folder = {name, status->getUniqueID(), whyNotSearched(name, *status, places.host)};
    if (llvm::none_of(folders, [&](const Folder &seen) {
          return seen.id == folder.id && seen.whyNotSearched == folder.whyNotSearched;
        }))
      folders.push_back(folder);
  }
  return folders;
}

unsigned llvmOfPath(StringRef file, llvm::vfs::FileSystem &fs) {
  SmallString<256> real = realPath(file, fs);
  for (StringRef spelling : {StringRef(real), file})
    for (StringRef part : llvm::make_range(path::begin(spelling), path::end(spelling))) {
      unsigned major = 0;
      bool isLlvmName = part.consume_front("llvm") || part.consume_front("ld.lld");
      if (isLlvmName && !part.ltrim("-@").split('.').first.getAsInteger(10, major))
        return major;
    }
  return 0;
}

// Whether `file`, or what it links to, is Apple's.
static bool isApples(StringRef file, const Places &places) {
  return isOfApple(file, places.host) || isOfApple(realPath(file, places.fs), places.host);
}

bool isCandidate(StringRef file, const Places &places) {
  if (!isProgram(file, places.fs))
    return false;
  SmallString<256> real = realPath(file, places.fs);
  return !isCache(real) && !isLambdaCc(real, places) && !isApples(file, places);
}

// The newest `name`-N of `folder` that is newer than LLVM `major`, or "".
static Versioned findNumbered(StringRef folder, StringRef name, unsigned major, const Places &places) {
  for (unsigned n = newestNamed; n >= oldestClang && n > major; --n)
    if (SmallString<256> file = programIn(folder, numbered(name, n), places); isCandidate(file, places))
      return {std::string(file), n};
  return {};
}

Versioned findNewest(const Places &places, StringRef name,
                     llvm::function_ref<unsigned(StringRef file)> majorOf) {
  Versioned tooOld;
  for (const Folder &folder : distinctFolders(places)) {
    Versioned plain = {std::string(programIn(folder.name, name, places))};
    bool isThere = isCandidate(plain.file, places);
    if (isThere)
      plain.major = majorOf(plain.file);
    if (isThere && plain.major == 0)
      return plain;
    if (folder.whyNotSearched.empty())
      if (Versioned newer = findNumbered(folder.name, name, plain.major, places); !newer.file.empty())
        return newer;
    if (plain.major >= oldestClang)
      return plain;
    if (isThere && tooOld.file.empty())
      tooOld = plain;
  }
  return tooOld;
}

Versioned findNewest(const Places &places, StringRef name) {
  return findNewest(places, name, [&](StringRef file) { return llvmOfPath(file, places.fs); });
}

Program inRole(std::string file, StringRef role) {
  Program program{std::move(file)};
  std::string name = programName(program.path);
  if (isZig(program.path) || isLlvmDriver(program.path))
    program.prefix = {role.str()};
  else if (role == "ld.lld" && (name == "rust-lld" || name == "lld"))
    program.prefix = {"-flavor", "gnu"}; // lld is four linkers: this, or its name, selects one
  return program;
}

// Reads the files only if their sizes are equal.
static bool areEqual(StringRef a, StringRef b, llvm::vfs::FileSystem &fs) {
  llvm::ErrorOr<llvm::vfs::Status> first = fs.status(a), second = fs.status(b);
  if (!first || !second || first->getSize() != second->getSize() || !first->isRegularFile())
    return false;
  auto contents = fs.getBufferForFile(a), others = fs.getBufferForFile(b);
  return contents && others && (*contents)->getBuffer() == (*others)->getBuffer();
}

bool isLambdaCc(StringRef real, const Places &places) {
  return real == places.executable || programName(real, places.host) == "lambda-cc" ||
         isScript(real, places.fs) || isLauncher(real, places.fs) ||
         areEqual(real, places.executable, places.fs);
}

llvm::Error namesLambdaCc(StringRef variable, StringRef name) {
  return fail(text("{} names '{}', which is lambda-cc itself", {variable, name}),
              {"set it to the program that lambda-cc is to run"});
}

std::vector<std::string> whyNoneExecuted(const Places &places, StringRef name) {
  std::vector<std::string> reasons;
  auto look = [&](StringRef file) {
    if (std::string why = whyNotExecuted(file, places.fs); !why.empty())
      reasons.push_back(std::move(why));
  };
  if (isPath(name))
    look(fileByPath(name, places));
  else
    for (const std::string &folder : places.path)
      if (SmallString<256> file = programIn(folder, name, places); places.fs.exists(file))
        look(file);
  return reasons;
}

llvm::Error refuseApples(const Places &places, StringRef file, StringRef headline, StringRef cure) {
  if (file.empty() || !isApples(file, places))
    return llvm::Error::success();
  return fail(headline.str(), {text("{} is not used: Apple's tools are not for Linux", {file}), cure.str()});
}

llvm::Expected<Program> chosenProgram(const Places &places, StringRef variable, StringRef chosen,
                                      StringRef role) {
  std::string file = chosen == "zig" ? findZig(places) : fileOf(places, chosen);
  SmallString<256> real = realPath(file, places.fs);
  if (!file.empty() && isLambdaCc(real, places))
    return namesLambdaCc(variable, chosen);
  if (!file.empty() && isCache(real))
    return fail(text("{} names '{}', which is a cache and not {}", {variable, chosen, role}),
                {"it runs the compiler that it finds on PATH, which may be lambda-cc",
                 text("set it to {} itself, and LAMBDA_CC_CACHE to the cache", {role})});
  if (llvm::Error error =
          refuseApples(places, file, text("{} names '{}', which is Apple's", {variable, chosen}),
                       text("set it to the path of another {}, or unset it", {role})))
    return std::move(error);
  if (!file.empty() && isProgram(file, places.fs)) // bin/clang-22 is a link to LLVM's driver build
    return inRole(isLlvmDriver(real) ? std::string(real) : zigOf(file, places.fs), role);
  std::string cure = text("{}set it to the path of {}, or unset it",
                          {isZig(chosen) ? "install it (pip install ziglang), " : "", role});
  if (std::vector<std::string> why = whyNoneExecuted(places, chosen); !why.empty()) {
    why.push_back(cure);
    return fail(text("{} names '{}', which cannot be executed", {variable, chosen}), std::move(why));
  }
  return fail(text("{} names '{}', which does not exist", {variable, chosen}), {cure});
}

// A reason for each program `name` that is Apple's.
static std::vector<std::string> whyNotApples(const Places &places, StringRef name) {
  std::vector<std::string> reasons;
  for (const std::string &folder : places.path)
    if (SmallString<256> file = programIn(folder, name, places);
        isProgram(file, places.fs) && isApples(file, places))
      reasons.push_back(text("{} is not used: Apple's tools are not for Linux", {file}));
  return reasons;
}

llvm::Error nothingFound(const Places &places, StringRef what, const Wanted &wanted,
                         std::vector<std::string> more, StringRef install) {
  std::vector<std::string> names;
  std::vector<std::string> reasons;
  for (StringRef name : wanted.names) {
    names.push_back(name.str());
    llvm::append_range(reasons, whyNoneExecuted(places, name));
    llvm::append_range(reasons, whyNotApples(places, name));
    if (name != wanted.numbered)
      continue;
    names.push_back(numbered(name, oldestClang) + " or newer");
    for (unsigned major = newestNamed; major >= oldestClang; --major)
      llvm::append_range(reasons, whyNoneExecuted(places, numbered(name, major)));
    for (const Folder &folder : distinctFolders(places))
      if (Versioned found = findNumbered(folder.name, name, /*major=*/0, places); !found.file.empty())
        reasons.push_back(text("{} is not used: {}", {found.file, folder.whyNotSearched}));
  }
  if (llvm::is_contained(wanted.names, "zig"))
    if (std::string file = findPipsZig(places, [](StringRef) { return true; }); !file.empty())
      reasons.push_back(
          text("{} is not used: other users can write there, or its folder in PATH is relative", {file}));
  std::vector<std::string> evidence = {
      text("looked for {} in PATH: {}", {joinWithAnd(names), joinFolders(places.path)})};
  if (llvm::ArrayRef<llvm::StringLiteral> folders = llvmFolders(places.host);
      !wanted.numbered.empty() && !folders.empty())
    evidence.push_back(text("looked in {}, too", {llvm::join(folders, ", ")}));
  llvm::append_range(evidence, more);
  llvm::append_range(evidence, reasons);
  evidence.push_back(install.str());
  return fail(what.str(), std::move(evidence));
}

} // namespace lambdacc
