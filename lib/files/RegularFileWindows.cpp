#include "RegularFile.h"
#include "llvm/Support/FileSystem.h"
#include <io.h>

namespace lambdacc {

llvm::ErrorOr<int> openAtOnce(llvm::StringRef file) {
  int opened = -1;
  if (std::error_code error = llvm::sys::fs::openFileForRead(file, opened))
    return error;
  return opened;
}

void closeFile(int file) { (void)_close(file); }

} // namespace lambdacc
