#include "LinkTarget.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"

namespace lambdacc {

// LLVM 19 has no function for the path in the link. This is the file that it leads to.
std::string linkTarget(llvm::StringRef file) {
  llvm::SmallString<256> target;
  bool isLink = llvm::sys::fs::is_symlink_file(file) && !llvm::sys::fs::real_path(file, target);
  return isLink ? std::string(target) : "";
}

} // namespace lambdacc
