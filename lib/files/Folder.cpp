#include "Folder.h"
#include "llvm/Support/Path.h"

namespace lambdacc {

std::string folderOf(llvm::StringRef file) {
  llvm::StringRef folder = llvm::sys::path::parent_path(file);
  return folder.empty() ? "." : folder.str();
}

} // namespace lambdacc
