#include "Permissions.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
#include <fcntl.h>
#include <unistd.h>

using llvm::StringRef;
namespace fs = llvm::sys::fs;

namespace lambdacc {

// The owner, access lists and the mount decide, too. execve checks the effective ids, access(2) the real
// ones. glibc's faccessat calls faccessat2, which Docker before 20.10 refuses with EPERM.
static bool mayExecute(StringRef name) {
  std::string file = name.str();
  bool isOneUser = getuid() == geteuid() && getgid() == getegid();
  return (isOneUser ? access(file.c_str(), X_OK) : faccessat(AT_FDCWD, file.c_str(), X_OK, AT_EACCESS)) == 0;
}

bool isExecutable(StringRef file, const llvm::vfs::Status &status, llvm::vfs::FileSystem &files) {
  if (!(status.getPermissions() & fs::all_exe))
    return false;
  bool isOnDisk = &files == llvm::vfs::getRealFileSystem().get(); // a unit test's files are in memory
  return !isOnDisk || mayExecute(file);
}

std::string whyNotExecutable(StringRef file, const llvm::vfs::Status &status) {
  std::string mode;
  llvm::raw_string_ostream(mode) << llvm::format("%04o", static_cast<unsigned>(status.getPermissions()));
  return text("{} has mode {} and belongs to user {}: user {} cannot execute it",
              {file, mode, std::to_string(status.getUser()), std::to_string(geteuid())});
}

bool isWritableByOthers(const llvm::vfs::Status &folder) {
  constexpr uint32_t root = 0, nobody = 65534;
  fs::perms mode = folder.getPermissions();
  bool isOwn = llvm::is_contained({root, nobody, uint32_t(geteuid())}, folder.getUser());
  bool isOwnGroup = llvm::is_contained({root, uint32_t(getegid())}, folder.getGroup());
  return !isOwn || (mode & fs::others_write) || ((mode & fs::group_write) && !isOwnGroup);
}

} // namespace lambdacc
