#include "NameFile.h"
#include "llvm/Support/FileSystem.h"
#include <cerrno>
#include <cstdio>

namespace lambdacc {

std::error_code renameNew(const std::string &from, const std::string &to) {
  if (!renamex_np(from.c_str(), to.c_str(), RENAME_EXCL))
    return {};
  if (errno == ENOTSUP) // in this file system
    return llvm::sys::fs::rename(from, to);
  return {errno, std::generic_category()};
}

} // namespace lambdacc
