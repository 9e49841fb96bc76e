#include "Replace.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Windows/WindowsSupport.h"
#include <chrono>
#include <thread>

namespace lambdacc {

std::error_code whileHeldOpen(llvm::StringRef file, llvm::function_ref<std::error_code()> action) {
  using namespace std::chrono_literals;
  auto end = std::chrono::steady_clock::now() + 5s;
  for (;;) {
    std::error_code error = action();
    if (!error || !isHeldOpen(file) || std::chrono::steady_clock::now() > end)
      return error;
    std::this_thread::sleep_for(50ms);
  }
}

// LLVM's rename repeats only what a scanner of `from` prevents.
std::error_code replaceFile(const std::string &from, const std::string &to) {
  return whileHeldOpen(to, [&] { return llvm::sys::fs::rename(from, to); });
}

// To rename or remove a file is to open it for deletion.
bool isHeldOpen(llvm::StringRef file) {
  llvm::SmallVector<wchar_t, 256> wide;
  if (llvm::sys::windows::widenPath(file, wide))
    return false;
  HANDLE handle = CreateFileW(wide.data(), DELETE, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                              nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (handle == INVALID_HANDLE_VALUE)
    return GetLastError() == ERROR_SHARING_VIOLATION;
  (void)CloseHandle(handle);
  return false;
}

} // namespace lambdacc
