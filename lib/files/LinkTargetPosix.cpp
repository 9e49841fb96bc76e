#include "LinkTarget.h"
#include <climits>
#include <unistd.h>

namespace lambdacc {

std::string linkTarget(llvm::StringRef file) {
  char target[PATH_MAX];
  ssize_t length = readlink(file.str().c_str(), target, sizeof target);
  return length < 0 ? "" : std::string(target, length);
}

} // namespace lambdacc
