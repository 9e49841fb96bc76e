#include "WholeFile.h"
#include "LinkTarget.h"
#include "RegularFile.h"
#include "Text.h"
#include "llvm/Support/FileSystem.h"

namespace fs = llvm::sys::fs;

namespace lambdacc {

llvm::Error asError(const std::string &reason) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), "%s", reason.c_str());
}

static constexpr uint64_t mostBytes = 16 << 20; // far more than a configuration has

llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> readWhole(const std::string &file) {
  fs::file_status status;
  if (std::error_code error = fs::status(file, status))
    return llvm::errorCodeToError(error);
  if (fs::is_directory(status))
    return llvm::errorCodeToError(std::make_error_code(std::errc::is_a_directory));
  llvm::ErrorOr<int> in = openRegular(file);
  if (!in && in.getError() == std::errc::not_supported)
    return asError(notRegular);
  if (!in)
    return llvm::errorCodeToError(in.getError());
  if (!fs::status(*in, status) && status.getSize() > mostBytes) {
    closeFile(*in);
    return asError("it has more than 16 MiB");
  }
  // Copied, not mapped: another program may truncate it meanwhile.
  auto content = llvm::MemoryBuffer::getOpenFile(fs::convertFDToNativeFile(*in), file, status.getSize(),
                                                 /*RequiresNullTerminator=*/false, /*IsVolatile=*/true);
  closeFile(*in);
  if (!content)
    return llvm::errorCodeToError(content.getError());
  return std::move(*content);
}

llvm::Error danglingLink(const std::string &link) {
  return asError(text("'{}' is a link to '{}', which leads to no file", {link, linkTarget(link)}));
}

llvm::Expected<std::string> realFile(const std::string &file) {
  llvm::SmallString<256> real;
  std::error_code error = fs::real_path(file, real);
  if (!error)
    return std::string(real);
  if (fs::is_symlink_file(file))
    return error == std::errc::no_such_file_or_directory ? danglingLink(file) : llvm::errorCodeToError(error);
  return file; // it is new
}

} // namespace lambdacc
