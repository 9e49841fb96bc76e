#include "Launcher.h"
#include "PathSearch.h"
#include "System.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

// All hosts are little endian.
std::string asUtf16(StringRef text) {
  llvm::SmallVector<llvm::UTF16> wide;
  if (!llvm::convertUTF8ToUTF16String(text, wide))
    return "";
  return {reinterpret_cast<const char *>(wide.data()), wide.size() * sizeof(llvm::UTF16)};
}

// A launcher contains the name of the program that it runs. lambda-cc.exe itself is far larger.
bool isLauncher(StringRef file, llvm::vfs::FileSystem &fs) {
  if (!file.ends_with_insensitive(".exe"))
    return false;
  constexpr uint64_t mostBytes = 64 << 10;
  llvm::ErrorOr<llvm::vfs::Status> status = fs.status(file);
  if (!status || !status->isRegularFile() || status->getSize() > mostBytes)
    return false;
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> content = fs.getBufferForFile(file);
  StringRef bytes = content ? (*content)->getBuffer() : "";
  return bytes.starts_with("MZ") && bytes.contains(asUtf16("\\lambda-cc.exe"));
}

std::string launchedBy(StringRef file, llvm::vfs::FileSystem &fs) {
  StringRef folder = path::parent_path(file);
  std::string program;
  if (auto content = fs.getBufferForFile(joinPath(folder, {launcherPathFile})); content) {
    StringRef bytes = (*content)->getBuffer();
    if (bytes.size() % sizeof(llvm::UTF16) == 0 &&
        llvm::convertUTF16ToUTF8String(llvm::ArrayRef(bytes.data(), bytes.size()), program))
      return program;
  }
  std::string plain = withSlashes(folder);
  if (StringRef prefix = plain; prefix.consume_back("/libexec/lambda-cc/drop-in")) {
    std::string ofPip(joinPath(prefix, {"Scripts", "lambda-cc.exe"}));
    return fs.exists(ofPip) ? ofPip : std::string(joinPath(prefix, {"bin", "lambda-cc.exe"}));
  }
  return std::string(joinPath(folder, {"lambda-cc.exe"}));
}

} // namespace lambdacc
