#include "Permissions.h"
#include "Text.h"

namespace lambdacc {

bool isExecutable(llvm::StringRef file, const llvm::vfs::Status &status, llvm::vfs::FileSystem &fs) {
  return status.getPermissions() & llvm::sys::fs::all_exe;
}

std::string whyNotExecutable(llvm::StringRef file, const llvm::vfs::Status &status) {
  return text("{} is not a program", {file});
}

bool isWritableByOthers(const llvm::vfs::Status &folder) { return false; }

} // namespace lambdacc
