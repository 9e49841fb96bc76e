#include "Launcher.h"
#include "NameFile.h"
#include "PathSearch.h"
#include "Replace.h"
#include "WholeFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Windows/WindowsSupport.h"
#include "llvm/Support/WindowsError.h"

using llvm::StringRef;
namespace path = llvm::sys::path;
namespace fs = llvm::sys::fs;

namespace lambdacc {

std::vector<std::string> filesBesideNames() { return {launcherPathFile.str()}; }

// Every package has this copy of the launcher.
static std::string launcherOf(StringRef executable) {
  return std::string(joinPath(path::parent_path(executable), {"x86_64-unknown-linux-musl-cc.exe"}));
}

std::error_code makeName(const std::string &file, const Names &names) {
  if (path::filename(file) == launcherPathFile)
    return writeNew(file, asUtf16(names.executable), /*mode=*/0);
  return fs::copy_file(launcherOf(names.executable), file);
}

bool isEarlier(const std::string &file, const Names &names) {
  return path::filename(file) == launcherPathFile || isLauncher(file, *llvm::vfs::getRealFileSystem());
}

bool isLeftover(const std::string &fresh) { return fs::is_directory(fresh); }

std::error_code renameNew(const std::string &from, const std::string &to) {
  llvm::SmallVector<wchar_t, 256> wideFrom, wideTo;
  if (std::error_code error = llvm::sys::windows::widenPath(from, wideFrom))
    return error;
  if (std::error_code error = llvm::sys::windows::widenPath(to, wideTo))
    return error;
  return whileHeldOpen(from, [&]() -> std::error_code {             // an antivirus opens a new program
    if (MoveFileExW(wideFrom.data(), wideTo.data(), /*dwFlags=*/0)) // without MOVEFILE_REPLACE_EXISTING
      return {};
    return llvm::mapWindowsError(GetLastError());
  });
}

} // namespace lambdacc
