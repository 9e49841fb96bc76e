#include "UnnamedFile.h"
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace lambdacc {

llvm::ErrorOr<int> unnamedFile(llvm::StringRef folder) {
  std::string named = folder.str() + "/lambda-cc-XXXXXX";
  int file = mkstemp(named.data());
  if (file < 0)
    return std::error_code(errno, std::generic_category());
  (void)unlink(named.c_str());
  (void)fcntl(file, F_SETFD, FD_CLOEXEC);
  return file;
}

} // namespace lambdacc
