#include "Owner.h"
#include "Launcher.h"
#include "RegularFile.h"
#include "System.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
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

static bool isSame(StringRef folder, const llvm::Twine &other) {
  return withSlashes(folder) == withSlashes(other.str());
}

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

// Each lambda-cc contains this line of its help.
static constexpr StringRef helpBegins = "usage: lambda-cc COMMAND";

// An executable of any host: a folder of PATH may be shared with a container or a virtual machine. Mach-O for
// one machine, or for several.
static bool hasExecutableFormat(StringRef bytes) {
  static constexpr StringRef magics[] = {{"\x7f"
                                          "ELF",
                                          4},
                                         {"MZ", 2},
                                         {"\xcf\xfa\xed\xfe", 4},
                                         {"\xca\xfe\xba\xbe", 4}};
  return llvm::any_of(magics, [&](StringRef magic) { return bytes.starts_with(magic); });
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
        isSame(folder, prefix + "/bin") || isSame(folder, prefix + "/libexec/lambda-cc/drop-in");
    return isPackaged || bytes == scriptFor(executable, path::filename(real)) ? Owner::Ours : Owner::Another;
  }
  return hasExecutableFormat(bytes) && bytes.contains(helpBegins) ? Owner::Another : Owner::Foreign;
}

} // namespace lambdacc
