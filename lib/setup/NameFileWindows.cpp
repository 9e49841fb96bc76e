#include "NameFile.h"
#include "PathSearch.h"
#include "RegularFile.h"
#include "WholeFile.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Windows/WindowsSupport.h"
#include "llvm/Support/WindowsError.h"

using llvm::StringRef;
namespace path = llvm::sys::path;
namespace fs = llvm::sys::fs;

namespace lambdacc {

// A tool is a copy of the launcher (shim/windows/Launcher.cpp). It starts the lambda-cc.exe whose path this
// file beside it has, in UTF-16, which the launcher reads without a C runtime.
static constexpr StringRef pathFile = "lambda-cc.path";

std::vector<std::string> filesBesideNames() { return {pathFile.str()}; }

// Every package has this copy of the launcher.
static std::string launcherOf(StringRef executable) {
  return std::string(joinPath(path::parent_path(executable), {"x86_64-unknown-linux-musl-cc.exe"}));
}

std::error_code makeName(const std::string &file, const Names &names) {
  if (path::filename(file) != pathFile)
    return fs::copy_file(launcherOf(names.executable), file);
  llvm::SmallVector<llvm::UTF16> wide;
  if (!llvm::convertUTF8ToUTF16String(names.executable, wide))
    return std::make_error_code(std::errc::illegal_byte_sequence);
  StringRef bytes(reinterpret_cast<const char *>(wide.data()), wide.size() * sizeof(llvm::UTF16));
  return writeNew(file, bytes, /*mode=*/0);
}

// A launcher has the name of the program that it starts, in UTF-16.
bool isEarlier(const std::string &file, const Names &names) {
  if (path::filename(file) == pathFile)
    return true;
  constexpr uint64_t mostBytes = 64 << 10;
  std::string content = readSmallFile(file, mostBytes);
  llvm::SmallVector<llvm::UTF16> name;
  (void)llvm::convertUTF8ToUTF16String("lambda-cc.exe", name);
  StringRef wanted(reinterpret_cast<const char *>(name.data()), name.size() * sizeof(llvm::UTF16));
  return StringRef(content).starts_with("MZ") && StringRef(content).contains(wanted);
}

bool isLeftover(const std::string &fresh) { return fs::is_directory(fresh); }

std::error_code renameNew(const std::string &from, const std::string &to) {
  llvm::SmallVector<wchar_t, 256> wideFrom, wideTo;
  if (std::error_code error = llvm::sys::windows::widenPath(from, wideFrom))
    return error;
  if (std::error_code error = llvm::sys::windows::widenPath(to, wideTo))
    return error;
  if (MoveFileExW(wideFrom.data(), wideTo.data(), /*dwFlags=*/0)) // without MOVEFILE_REPLACE_EXISTING
    return {};
  return llvm::mapWindowsError(GetLastError());
}

} // namespace lambdacc
