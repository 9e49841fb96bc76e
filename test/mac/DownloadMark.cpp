// What DownloadMarkMac.cpp does, on Linux: other attributes than those with `user.` need a privilege here.
#include "DownloadMark.h"
#include <sys/xattr.h>

namespace lambdacc {

std::string downloadMark(llvm::StringRef file) {
  char value[256];
  ssize_t size = getxattr(file.str().c_str(), "user.com.apple.quarantine", value, sizeof(value));
  return size < 0 ? "" : std::string(value, size);
}

} // namespace lambdacc
