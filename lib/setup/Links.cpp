#include "Links.h"
#include "Failure.h"
#include "NameFile.h"
#include "PathSearch.h"
#include "System.h"
#include "Text.h"
#include "WholeFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;
namespace fs = llvm::sys::fs;

// At every moment each name is complete or missing, also if two processes install at once or one is killed:
// all are made in a folder beside, then renamed one by one. Scripts are not flushed to the disk, which takes
// seconds if it is busy. After a power cut, repeat the install.
namespace lambdacc {

static bool isThere(const std::string &file) {
  fs::file_status status;
  return !fs::status(file, status, /*Follow=*/false) && fs::exists(status);
}

// The names are made in this folder, then renamed. It is in the same file system.
static constexpr StringRef freshFolder = ".lambda-cc-new";

static llvm::Error checkFolder(StringRef folder, const Names &names) {
  for (const std::string &name : names.names)
    if (std::string file(joinPath(folder, {name})); isThere(file) && !isEarlier(file, names))
      return fail(text("'{}' is in the way", {file}),
                  {"lambda-cc did not make it: move it, or choose another folder"});
  if (!names.alone)
    return llvm::Error::success();
  llvm::StringSet<> own;
  for (const std::string &name : names.names)
    own.insert(name);
  std::error_code error;
  for (fs::directory_iterator it(folder, error, /*follow_symlinks=*/false), end; !error && it != end;
       it.increment(error))
    if (StringRef name = path::filename(it->path());
        !own.contains(name) && name != freshFolder && !isEarlier(it->path(), names))
      return fail(
          text("'{}' has other files than those of lambda-cc: {}", {folder, path::filename(it->path())}),
          {"the host's compiler runs without this folder on its PATH, and would not find them",
           "choose an empty folder"});
  return llvm::Error::success();
}

static llvm::Error cannotMake(StringRef file, const std::error_code &error, bool scripts) {
  std::vector<std::string> evidence = {error.message()};
  if (!scripts)
    evidence.push_back("if the file system has no links: --copy makes files that start the tools");
  return fail(text("'{}' can't be made", {file}), std::move(evidence));
}

static llvm::Error cannotMakeAny(StringRef folder, std::string why) {
  return fail(text("no names can be made in '{}'", {folder}), {std::move(why)});
}

// Removes the folder `fresh` and its files.
static void removeFresh(const std::string &fresh) {
  std::error_code error;
  for (fs::directory_iterator it(fresh, error, /*follow_symlinks=*/false), end; !error && it != end;
       it.increment(error))
    if (!fs::is_directory(it->path()) || fs::is_symlink_file(it->path()))
      (void)fs::remove(it->path());
  (void)fs::remove(fresh);
}

static llvm::Error makeFresh(const std::string &fresh, StringRef folder, const Names &names) {
  if (isLeftover(fresh))
    removeFresh(fresh);
  if (std::error_code error = fs::create_directory(fresh, /*IgnoreExisting=*/false, fs::owner_all))
    return cannotMakeAny(folder, text("'{}' can't be made: {}", {fresh, error.message()}));
  for (const std::string &name : names.names) {
    std::string file(joinPath(fresh, {name}));
    if (std::error_code error = makeName(file, names))
      return cannotMake(joinPath(folder, {name}), error, names.scripts);
  }
  return llvm::Error::success();
}

// Renames `fresh` if `file` does not exist or is a name of ours.
static std::error_code putInPlace(const std::string &fresh, const std::string &file, const Names &names) {
  if (isThere(file))
    return isEarlier(file, names) ? fs::rename(fresh, file) : std::make_error_code(std::errc::file_exists);
  return renameNew(fresh, file);
}

static llvm::Error putAllInPlace(const std::string &fresh, StringRef folder, const Names &names) {
  std::vector<std::string> made;
  for (const std::string &name : names.names) {
    std::string file(joinPath(folder, {name}));
    bool isNew = !isThere(file);
    if (std::error_code error = putInPlace(std::string(joinPath(fresh, {name})), file, names)) {
      for (const std::string &each : made)
        (void)fs::remove(each);
      return cannotMake(file, error, names.scripts);
    }
    if (isNew)
      made.push_back(file);
  }
  return llvm::Error::success();
}

// With the files that the system needs in place of the plain names.
static Names asFiles(Names names) {
  for (std::string &name : names.names)
    name = programFile(name);
  llvm::append_range(names.names, filesBesideNames());
  return names;
}

llvm::Error makeNames(StringRef folder, const Names &plain) {
  Names names = asFiles(plain);
  if (!fs::is_directory(folder))
    return fail(text("no folder '{}'", {folder}), {"make it, or choose another"});
  llvm::Expected<FolderLock> lock = FolderLock::take(folder.str());
  if (!lock)
    return cannotMakeAny(folder, toString(lock.takeError()));
  if (llvm::Error error = checkFolder(folder, names))
    return error;
  std::string fresh(joinPath(folder, {freshFolder}));
  llvm::Error error = makeFresh(fresh, folder, names);
  // From here on there are only renames, which need no space on the disk.
  if (!error)
    error = putAllInPlace(fresh, folder, names);
  if (isLeftover(fresh))
    removeFresh(fresh);
  return error;
}

} // namespace lambdacc
