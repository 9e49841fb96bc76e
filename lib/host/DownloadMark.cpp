#include "DownloadMark.h"

namespace lambdacc {

// 0083;65f0c1d2;Safari;<UUID> begins with flags. 0x40 is set after the person has allowed the program.
bool isRefused(llvm::StringRef mark) {
  constexpr unsigned approved = 0x40;
  unsigned flags = 0;
  bool isUnreadable = mark.split(';').first.getAsInteger(16, flags);
  return !mark.empty() && (isUnreadable || !(flags & approved));
}

} // namespace lambdacc
