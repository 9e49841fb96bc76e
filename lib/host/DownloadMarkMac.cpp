#include "DownloadMark.h"
#include <cstdint>
#include <sys/types.h>

// Of <sys/xattr.h>, which zig's headers of macOS lack.
extern "C" ssize_t getxattr(const char *path, const char *name, void *value, size_t size, uint32_t position,
                            int options);

namespace lambdacc {

std::string downloadMark(llvm::StringRef file) {
  char value[256];
  ssize_t size = getxattr(file.str().c_str(), "com.apple.quarantine", value, sizeof(value), 0, 0);
  return size < 0 ? "" : std::string(value, size);
}

} // namespace lambdacc
