#include "UnnamedFile.h"
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lambdacc {

// Not every file system has files without a name.
llvm::ErrorOr<int> unnamedFile(llvm::StringRef folder) {
  int file = open(folder.str().c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) {
    std::string named = folder.str() + "/lambda-cc-XXXXXX";
    file = mkostemp(named.data(), O_CLOEXEC);
    if (file >= 0)
      (void)unlink(named.c_str());
  }
  if (file < 0)
    return std::error_code(errno, std::generic_category());
  return file;
}

} // namespace lambdacc
