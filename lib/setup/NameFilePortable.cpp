#include "NameFile.h"
#include "llvm/Support/FileSystem.h"

namespace lambdacc {

std::error_code renameNew(const std::string &from, const std::string &to) {
  llvm::sys::fs::file_status status;
  if (!llvm::sys::fs::status(to, status, /*follow=*/false))
    return std::make_error_code(std::errc::file_exists);
  return llvm::sys::fs::rename(from, to);
}

} // namespace lambdacc
