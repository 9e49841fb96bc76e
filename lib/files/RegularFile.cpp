#include "RegularFile.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/Support/FileSystem.h"

using llvm::StringRef;

namespace lambdacc {

bool isRegularFile(StringRef file) {
  llvm::sys::fs::file_status status;
  return !llvm::sys::fs::status(file, status) && is_regular_file(status);
}

// Checks the kind twice. Opening a FIFO or a device may have effects, so it is not done; and another process
// may replace the file before it is open.
llvm::ErrorOr<int> openRegular(StringRef file) {
  llvm::sys::fs::file_status status;
  if (std::error_code error = llvm::sys::fs::status(file, status))
    return error;
  if (!is_regular_file(status))
    return std::make_error_code(std::errc::not_supported);
  llvm::ErrorOr<int> opened = openAtOnce(file);
  if (!opened || (!llvm::sys::fs::status(*opened, status) && is_regular_file(status)))
    return opened;
  closeFile(*opened);
  return std::make_error_code(std::errc::not_supported);
}

std::unique_ptr<llvm::MemoryBuffer> readRegular(StringRef file) {
  llvm::ErrorOr<int> opened = openRegular(file);
  if (!opened)
    return nullptr;
  auto buffer = llvm::MemoryBuffer::getOpenFile(llvm::sys::fs::convertFDToNativeFile(*opened), file,
                                                /*FileSize=*/-1, /*RequiresNullTerminator=*/false);
  closeFile(*opened);
  return buffer ? std::move(*buffer) : nullptr;
}

std::string readSmallFile(StringRef file, uint64_t limit) {
  std::unique_ptr<llvm::MemoryBuffer> buffer = readRegular(file);
  return buffer && buffer->getBufferSize() <= limit ? buffer->getBuffer().str() : "";
}

static llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> readToEnd(llvm::sys::fs::file_t stream,
                                                                    StringRef name, uint64_t limit) {
  std::string contents;
  char part[1 << 14];
  for (;;) {
    llvm::Expected<size_t> got = llvm::sys::fs::readNativeFile(stream, part);
    if (!got)
      return errorToErrorCode(got.takeError());
    if (*got == 0)
      return llvm::MemoryBuffer::getMemBufferCopy(contents, name);
    if (contents.size() + *got > limit)
      return std::make_error_code(std::errc::file_too_large);
    contents.append(part, *got);
  }
}

llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> readStream(StringRef file, uint64_t limit) {
  llvm::Expected<llvm::sys::fs::file_t> opened = llvm::sys::fs::openNativeFileForRead(file);
  if (!opened)
    return errorToErrorCode(opened.takeError());
  auto close = llvm::make_scope_exit([&] { (void)llvm::sys::fs::closeFile(*opened); });
  return readToEnd(*opened, file, limit);
}

llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> readStandardInput(uint64_t limit) {
  return readToEnd(llvm::sys::fs::getStdinHandle(), "standard input", limit);
}

} // namespace lambdacc
