#include "NameFile.h"
#include "llvm/Support/FileSystem.h"
#include <cerrno>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace lambdacc {

std::error_code renameNew(const std::string &from, const std::string &to) {
  constexpr unsigned noReplace = 1; // RENAME_NOREPLACE, not in musl's headers
  if (!syscall(SYS_renameat2, AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), noReplace))
    return {};
  if (errno == EINVAL || errno == ENOSYS) // not in this file system or kernel
    return llvm::sys::fs::rename(from, to);
  return {errno, std::generic_category()};
}

} // namespace lambdacc
