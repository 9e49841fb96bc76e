#include "LinkTarget.h"
#include "NameFile.h"
#include "Owner.h"
#include "WholeFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <sys/stat.h>
#include <unistd.h>

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

std::error_code makeName(const std::string &file, const Names &names) {
  if (names.scripts)
    return writeNew(file, scriptFor(names.executable, path::filename(file)), /*mode=*/0755);
  return llvm::sys::fs::create_link(names.executable, file);
}

std::vector<std::string> filesBesideNames() { return {}; }

bool isEarlier(const std::string &file, const Names &names) {
  std::string link = linkTarget(file);
  if (link.empty())
    return isScript(file, *llvm::vfs::getRealFileSystem());
  return link == names.executable || path::filename(link) == "lambda-cc";
}

bool isLeftover(const std::string &fresh) {
  struct stat status;
  return !lstat(fresh.c_str(), &status) && S_ISDIR(status.st_mode) && status.st_uid == geteuid();
}

} // namespace lambdacc
