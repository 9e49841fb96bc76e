#include "Probe.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace lambdacc {

// Sources: autoconf 2.71, libtool 2.4.7, and compilers/compilers.py and mixins/ of Meson 1.12.
static constexpr StringRef names[] = {
    "conftest",           "conftest.exe",           "conftest.so",
    "output.exe",         "testfile.exe",           "sanitycheckc.exe",
    "sanitycheckcpp.exe", "sanitycheckc_cross.exe", "sanitycheckcpp_cross.exe",
};

// CMake's try_compile names its target cmTC_ and five digits. A shared library is libcmTC_12345.so.
static bool isCmakeProbe(StringRef name) {
  constexpr size_t digits = 5;
  name.consume_front("lib");
  name.consume_back(".so");
  return name.consume_front("cmTC_") && name.size() == digits && llvm::all_of(name, llvm::isHexDigit);
}

bool isProbe(StringRef output) {
  StringRef name = llvm::sys::path::filename(output);
  return llvm::is_contained(names, name) || isCmakeProbe(name);
}

} // namespace lambdacc
