#include "Owner.h"
#include "Launcher.h"
#include "RegularFile.h"
#include "Text.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <climits>

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

// The scripts of a wheel, which can't contain links, begin with the same lines (cmake/release/wheel.py).
static constexpr llvm::StringLiteral scriptBegins =
    "#!/bin/sh\n# lambda-cc, by one of its names, where there are no links\n";

std::string scriptFor(StringRef executable, StringRef name) {
  std::string as = name == "lambda-cc" ? "" : text("as {} ", {quoteForShell(name)});
  return text("{}exec {} {}\"$@\"\n", {scriptBegins, quoteForShell(executable), as});
}

bool isScript(StringRef file, llvm::vfs::FileSystem &fs) {
  llvm::ErrorOr<llvm::vfs::Status> status = fs.status(file);
  if (!status || !status->isRegularFile() ||
      status->getSize() > 2L * PATH_MAX) // a larger file is not such a script
    return false;
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> content = fs.getBufferForFile(file);
  return content && (*content)->getBuffer().starts_with(scriptBegins);
}

Owner ownerOf(StringRef file, StringRef executable) {
  llvm::SmallString<256> real;
  if (llvm::sys::fs::real_path(file, real))
    return Owner::Foreign;
  if (real == executable)
    return Owner::Ours;
  std::unique_ptr<llvm::MemoryBuffer> content = readRegular(real);
  if (!content)
    return Owner::Foreign;
  if (llvm::vfs::FileSystem &fs = *llvm::vfs::getRealFileSystem(); isLauncher(real, fs))
    return llvm::sys::fs::equivalent(launchedBy(real, fs), executable) ? Owner::Ours : Owner::Another;
  StringRef bytes = content->getBuffer();
  if (bytes.starts_with(scriptBegins)) {
    StringRef prefix = path::parent_path(path::parent_path(executable));
    StringRef folder = path::parent_path(real);
    bool isPackaged =
        folder == (prefix + "/bin").str() || folder == (prefix + "/libexec/lambda-cc/drop-in").str();
    return isPackaged || bytes == scriptFor(executable, path::filename(real)) ? Owner::Ours : Owner::Another;
  }
  // Each lambda-cc contains this line of its help.
  bool isLambdaCc = bytes.starts_with("\x7f"
                                      "ELF") &&
                    bytes.contains("usage: lambda-cc COMMAND");
  return isLambdaCc ? Owner::Another : Owner::Foreign;
}

} // namespace lambdacc
