#include "RegularFile.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/Support/FileSystem.h"

using llvm::StringRef;

namespace lambdacc {

bool isRegularFile(StringRef file) {
  llvm::sys::fs::file_status status;
  return !llvm::sys::fs::status(file, status) && is_regular_file(status);
}

// Another process may put a FIFO in the place of the file in between: only a hostile one, which can write
// there.
std::unique_ptr<llvm::MemoryBuffer> readRegular(StringRef file) {
  if (!isRegularFile(file))
    return nullptr;
  auto buffer = llvm::MemoryBuffer::getFile(file, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  return buffer ? std::move(*buffer) : nullptr;
}

std::string readSmallFile(StringRef file, uint64_t limit) {
  std::unique_ptr<llvm::MemoryBuffer> buffer = readRegular(file);
  return buffer && buffer->getBufferSize() <= limit ? buffer->getBuffer().str() : "";
}

llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> readStream(StringRef file, uint64_t limit) {
  llvm::Expected<llvm::sys::fs::file_t> opened = llvm::sys::fs::openNativeFileForRead(file);
  if (!opened)
    return errorToErrorCode(opened.takeError());
  auto close = llvm::make_scope_exit([&] { (void)llvm::sys::fs::closeFile(*opened); });
  std::string contents;
  char part[1 << 14];
  for (;;) {
    llvm::Expected<size_t> got = llvm::sys::fs::readNativeFile(*opened, part);
    if (!got)
      return errorToErrorCode(got.takeError());
    if (*got == 0)
      return llvm::MemoryBuffer::getMemBufferCopy(contents, file);
    if (contents.size() + *got > limit)
      return std::make_error_code(std::errc::file_too_large);
    contents.append(part, *got);
  }
}

} // namespace lambdacc
