#include "UnnamedFile.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/FileSystem.h"
#include <cerrno>
#include <fcntl.h>
#include <io.h>
#include <sys/stat.h>

namespace lambdacc {

// Windows removes a file that is opened so when it is closed.
llvm::ErrorOr<int> unnamedFile(llvm::StringRef folder) {
  llvm::SmallString<128> named;
  llvm::sys::fs::createUniquePath(folder + "/lambda-cc-%%%%%%%%", named, /*MakeAbsolute=*/false);
  std::wstring wide;
  if (!llvm::ConvertUTF8toWide(named, wide))
    return std::make_error_code(std::errc::illegal_byte_sequence);
  int file = _wopen(wide.c_str(), _O_CREAT | _O_EXCL | _O_RDWR | _O_BINARY | _O_TEMPORARY | _O_NOINHERIT,
                    _S_IREAD | _S_IWRITE);
  if (file < 0)
    return std::error_code(errno, std::generic_category());
  return file;
}

} // namespace lambdacc
