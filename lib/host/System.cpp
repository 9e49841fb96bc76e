#include "System.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

static constexpr StringRef suffix = ".exe";

static path::Style styleOf(System system) {
  return system == System::Windows ? path::Style::windows_slash : path::Style::posix;
}

std::string programName(StringRef file, System system) {
  StringRef name = path::filename(file, styleOf(system));
  if (system != System::Windows)
    return name.str();
  (void)name.consume_back_insensitive(suffix);
  return name.lower();
}

std::string programFile(StringRef name, System system) {
  bool isWhole = system != System::Windows || name.ends_with_insensitive(suffix);
  return isWhole ? name.str() : (name + suffix).str();
}

bool isSameVariable(StringRef a, StringRef b, System system) {
  return system == System::Windows ? a.equals_insensitive(b) : a == b;
}

std::string withSlashes(StringRef path, System system) {
  return path::convert_to_slash(path, styleOf(system));
}

bool isAbsolute(StringRef path, System system) {
  return path.starts_with("/") || path::is_absolute(path, styleOf(system));
}

StringRef homeVariable(System system) { return system == System::Windows ? "USERPROFILE" : "HOME"; }

// Homebrew does not link its llvm into its bin, because macOS has a clang. LLVM's installer for Windows
// leaves PATH as it is by default.
llvm::ArrayRef<llvm::StringLiteral> llvmFolders(System system) {
  static constexpr llvm::StringLiteral mac[] = {"/opt/homebrew/opt/llvm/bin", "/usr/local/opt/llvm/bin",
                                                "/opt/homebrew/opt/lld/bin", "/usr/local/opt/lld/bin"};
  static constexpr llvm::StringLiteral windows[] = {"C:/Program Files/LLVM/bin"};
  switch (system) {
  case System::Mac:
    return mac;
  case System::Windows:
    return windows;
  default:
    return {};
  }
}

bool isOfApple(StringRef program, System system) {
  if (system != System::Mac)
    return false;
  return path::parent_path(program, path::Style::posix) == "/usr/bin" ||
         llvm::any_of(std::initializer_list<StringRef>{"/CommandLineTools/usr/", ".xctoolchain/usr/",
                                                       "/Contents/Developer/usr/"},
                      [&](StringRef part) { return program.contains(part); });
}

} // namespace lambdacc
