#include "RegularFile.h"
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace lambdacc {

llvm::ErrorOr<int> openAtOnce(llvm::StringRef file) {
  int opened = open(file.str().c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (opened < 0)
    return std::error_code(errno, std::generic_category());
  return opened;
}

void closeFile(int file) { (void)close(file); }

} // namespace lambdacc
