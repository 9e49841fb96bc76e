#include "Output.h"
#include "Failure.h"
#include "System.h"
#include "Text.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace lambdacc {

llvm::Error checkOutput(StringRef file) {
  // A writable file needs nothing of its folder: a device, /dev/stdout, a file in a protected folder.
  if (file == "-" || !llvm::sys::fs::access(file, llvm::sys::fs::AccessMode::Write))
    return llvm::Error::success();

  StringRef folder = llvm::sys::path::parent_path(file);
  if (folder.empty())
    folder = ".";
  if (std::error_code error = llvm::sys::fs::access(folder, llvm::sys::fs::AccessMode::Exist))
    return fail(text("no folder for '{}'", {file}), {text("{}: {}", {folder, error.message()})});
  if (!llvm::sys::fs::is_directory(folder))
    return fail(text("no folder for '{}'", {file}), {text("{} is a file", {folder})});
  // The attribute read-only protects no folder of Windows. Documents and Desktop have it.
  if (!hasFileModes())
    return llvm::Error::success();
  if (std::error_code error = llvm::sys::fs::access(folder, llvm::sys::fs::AccessMode::Write))
    return fail(text("'{}' cannot be written", {file}), {text("{}: {}", {folder, error.message()})});
  return llvm::Error::success();
}

} // namespace lambdacc
