#include "Quoting.h"
#include "Bundled.h"
#include "Zig.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace lambdacc {

Quoting quotingOnWindows(const Program &program) {
  if (isZig(program.path) || isLlvmDriver(program.path)) // `zig clang`, `zig ar`
    return llvm::is_contained(program.prefix, "clang") ? Quoting::Gnu : Quoting::Windows;
  StringRef name = llvm::sys::path::filename(program.path);
  bool isLlvms = llvm::any_of(llvm::ArrayRef<StringRef>{"ld.lld", "lld", "rust-lld", "llvm-"},
                              [&](StringRef start) { return name.starts_with_insensitive(start); });
  return isLlvms ? Quoting::Windows : Quoting::Gnu;
}

std::string quoted(StringRef arg, Quoting quoting) {
  std::string out = "\"";
  size_t backslashes = 0; // before the current character
  for (char c : arg) {
    bool isEscaped = c == '"' || (c == '\\' && quoting == Quoting::Gnu);
    if (isEscaped)
      out.append(quoting == Quoting::Windows ? backslashes + 1 : 1, '\\');
    backslashes = c == '\\' ? backslashes + 1 : 0;
    out += c;
  }
  if (quoting == Quoting::Windows)
    out.append(backslashes, '\\');
  return out + "\"";
}

} // namespace lambdacc
