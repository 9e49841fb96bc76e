#include "Links.h"
#include "Failure.h"
#include "Text.h"
#include "Whose.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <climits>
#include <unistd.h>

using llvm::StringRef;
namespace path = llvm::sys::path;
namespace fs = llvm::sys::fs;

namespace lambdacc {

static std::string under(StringRef folder, StringRef name) {
  llvm::SmallString<256> file(folder);
  path::append(file, name);
  return std::string(file);
}

// Whether `file` is a name that an install of before made, be it that it leads nowhere by now.
static bool isEarlier(const std::string &file, StringRef executable) {
  char target[PATH_MAX];
  ssize_t length = readlink(file.c_str(), target, sizeof target);
  if (length < 0)
    return isScript(file, *llvm::vfs::getRealFileSystem());
  StringRef link(target, length);
  return link == executable || path::filename(link) == "lambda-cc";
}

static bool isThere(const std::string &file) {
  fs::file_status status;
  return !fs::status(file, status, /*Follow=*/false) && fs::exists(status);
}

static llvm::Error checkFolder(StringRef folder, const Names &names) {
  if (!fs::is_directory(folder))
    return fail(text("no folder '{}'", {folder}), {"make it, or name another"});
  for (const std::string &name : names.names)
    if (std::string file = under(folder, name); isThere(file) && !isEarlier(file, names.executable))
      return fail(text("'{}' is in the way", {file}),
                  {"it is no name that lambda-cc made; move it, or name another folder"});
  if (!names.alone)
    return llvm::Error::success();
  llvm::StringSet<> own;
  for (const std::string &name : names.names)
    own.insert(name);
  std::error_code error;
  for (fs::directory_iterator it(folder, error, /*follow_symlinks=*/false), end; !error && it != end;
       it.increment(error))
    if (!own.contains(path::filename(it->path())) && !isEarlier(it->path(), names.executable))
      return fail(text("'{}' holds more than names of lambda-cc: {}", {folder, path::filename(it->path())}),
                  {"the host's compiler is run without this folder on its PATH, and would miss the rest",
                   "name an empty one"});
  return llvm::Error::success();
}

static std::error_code writeScript(StringRef file, StringRef content) {
  std::error_code error;
  llvm::raw_fd_ostream stream(file, error, fs::CD_CreateNew);
  if (error)
    return error;
  stream << content;
  stream.close();
  error = stream.error();
  stream.clear_error();
  return error ? error : fs::setPermissions(file, fs::all_read | fs::all_exe | fs::owner_write);
}

llvm::Error makeNames(StringRef folder, const Names &names) {
  if (llvm::Error error = checkFolder(folder, names))
    return error;
  std::vector<std::string> made;
  for (const std::string &name : names.names) {
    std::string file = under(folder, name);
    // What was there goes only when its successor is there.
    std::string fresh = file + ".lambda-cc-new";
    if (isThere(fresh) && isEarlier(fresh, names.executable)) // of an install that was killed
      (void)fs::remove(fresh);
    std::error_code error = names.scripts ? writeScript(fresh, scriptFor(names.executable, name))
                                          : fs::create_link(names.executable, fresh);
    bool isNew = !isThere(file);
    if (!error)
      error = fs::rename(fresh, file);
    if (!error) {
      if (isNew)
        made.push_back(file);
      continue;
    }
    (void)fs::remove(fresh);
    for (const std::string &each : made)
      (void)fs::remove(each);
    std::vector<std::string> evidence = {error.message()};
    if (!names.scripts)
      evidence.push_back("where links can't be made, --copy makes files that start the tools");
    return fail(text("'{}' can't be made", {file}), std::move(evidence));
  }
  return llvm::Error::success();
}

} // namespace lambdacc
