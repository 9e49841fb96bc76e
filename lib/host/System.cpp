#include "System.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

static constexpr StringRef suffix = ".exe";

path::Style styleOf(System host) {
  return host == System::Windows ? path::Style::windows_slash : path::Style::posix;
}

StringRef systemName(System host) {
  switch (host) {
  case System::Linux:
    return "Linux";
  case System::Mac:
    return "macOS";
  case System::Windows:
    return "Windows";
  }
  llvm_unreachable("not a system");
}

bool isOwnTripleHost(System host) { return host == System::Linux; }
bool hasFileModes(System host) { return host != System::Windows; }

//===- Programs and variables -----------------------------------------------===//

std::string programName(StringRef file, System host) {
  StringRef name = path::filename(file, styleOf(host));
  if (host != System::Windows)
    return name.str();
  (void)name.consume_back_insensitive(suffix);
  return name.lower();
}

std::string programFile(StringRef name, System host) {
  bool isWhole = host != System::Windows || name.ends_with_insensitive(suffix);
  return isWhole ? name.str() : (name + suffix).str();
}

bool isSameVariable(StringRef a, StringRef b, System host) {
  return host == System::Windows ? a.equals_insensitive(b) : a == b;
}

//===- Paths ----------------------------------------------------------------===//

// On Windows C:clang.exe is in the current folder of that drive.
bool isPath(StringRef name, System host) {
  return name.find_first_of(host == System::Windows ? "/\\:" : "/") != StringRef::npos;
}

size_t mostPathBytes(System host) {
  switch (host) {
  case System::Linux:
    return 4096;
  case System::Mac:
    return 1024;
  case System::Windows:
    return 32767;
  }
  llvm_unreachable("not a system");
}

std::string withSlashes(StringRef path, System host) { return path::convert_to_slash(path, styleOf(host)); }

std::string withNativeSeparators(StringRef path, System host) {
  llvm::SmallString<128> preferred(path);
  if (host == System::Windows)
    path::make_preferred(preferred, path::Style::windows_backslash);
  return std::string(preferred);
}

// LLVM takes all before the first separator that ends in a colon for a drive: `--sysroot=C:/o`.
bool isAbsolute(StringRef path, System host) {
  std::string slashes = withSlashes(path, host);
  StringRef rest = slashes;
  if (host == System::Windows && rest.size() > 1 && llvm::isAlpha(rest[0]) && rest[1] == ':')
    rest = rest.drop_front(2);
  return rest.starts_with("/");
}

static StringRef separatorOf(System host) { return host == System::Windows ? ";" : ":"; }

std::vector<std::string> splitFolders(StringRef list, System host) {
  llvm::SmallVector<StringRef> folders;
  list.split(folders, separatorOf(host), /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  return {folders.begin(), folders.end()};
}

std::string joinFolders(llvm::ArrayRef<std::string> folders, System host) {
  return llvm::join(folders, separatorOf(host));
}

StringRef homeVariable(System host) { return host == System::Windows ? "USERPROFILE" : "HOME"; }

// Homebrew does not link its llvm into its bin, because macOS has a clang. LLVM's installer for Windows
// leaves PATH as it is by default.
llvm::ArrayRef<llvm::StringLiteral> llvmFolders(System host) {
  static constexpr llvm::StringLiteral mac[] = {"/opt/homebrew/opt/llvm/bin", "/usr/local/opt/llvm/bin",
                                                "/opt/homebrew/opt/lld/bin", "/usr/local/opt/lld/bin"};
  static constexpr llvm::StringLiteral windows[] = {"C:/Program Files/LLVM/bin"};
  switch (host) {
  case System::Linux:
    return {};
  case System::Mac:
    return mac;
  case System::Windows:
    return windows;
  }
  llvm_unreachable("not a system");
}

bool isOfApple(StringRef program, System host) {
  if (host != System::Mac)
    return false;
  return path::parent_path(program, path::Style::posix) == "/usr/bin" ||
         llvm::any_of(std::initializer_list<StringRef>{"/CommandLineTools/usr/", ".xctoolchain/usr/",
                                                       "/Contents/Developer/usr/"},
                      [&](StringRef part) { return program.contains(part); });
}

} // namespace lambdacc
