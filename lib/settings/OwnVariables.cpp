#include "OwnVariables.h"
#include "Glibc.h"
#include "Switches.h"

using llvm::StringRef;

namespace lambdacc {

template <typename T> static llvm::Error errorOf(llvm::Expected<T> parsed) { return parsed.takeError(); }

static llvm::Error checkGlibc(StringRef value) { return errorOf(ceilingOf({.glibc = value, .runtime = ""})); }
static llvm::Error checkRuntime(StringRef value) {
  return errorOf(ceilingOf({.glibc = "", .runtime = value}));
}
static llvm::Error checkVerify(StringRef value) { return errorOf(parseVerify(value)); }
static llvm::Error checkCpu(StringRef value) { return errorOf(parseFollowCpu(value)); }
static llvm::Error checkCache(StringRef value) { return errorOf(parseCache(value)); }
static llvm::Error checkMalloc(StringRef value) { return errorOf(parseMalloc(value)); }
static llvm::Error checkCargo(StringRef value) { return errorOf(parseCargo(value)); }

llvm::ArrayRef<OwnVariable> ownVariables() {
  // clang-format off
  static constexpr OwnVariable table[] = {
      {"LAMBDA_CC_CLANG",   "the clang to use", true, nullptr},
      {"LAMBDA_CC_GCC",     "the GCC that compiles C and assembly in place of clang: auto, or its name", true, nullptr},
      {"LAMBDA_CC_LLD",     "the ld.lld to use", true, nullptr},
      {"LAMBDA_CC_GLIBC",   "the newest glibc that programs of the plain -gnu names may need", true, checkGlibc},
      {"LAMBDA_CC_RUNTIME", "where programs run: it sets that glibc, and the CPU and libraries that are accepted", true, checkRuntime},
      {"LAMBDA_CC_VERIFY",  "how a link treats what Lambda would reject: error, warn or off", true, checkVerify},
      {"LAMBDA_CC_CPU",     "whether C is compiled for the CPU of rustc: auto or off", true, checkCpu},
      {"LAMBDA_CC_CACHE",   "what clang runs through: ccache, sccache, auto, distcc, icecc or off", true, checkCache},
      {"LAMBDA_CC_MALLOC",  "the malloc of programs for musl: mimalloc or libc", true, checkMalloc},
      {"LAMBDA_CC_CARGO",   "whether the cargo of the drop-in folder adds variables: auto or off", true, checkCargo},
      {"LAMBDA_CC_CARGO_TRIED", "set by lambda-cc: the programs that its cargo has run so far", false, nullptr},
      {"LAMBDA_CC_TRIED",   "set by lambda-cc: the programs that the call has run so far", false, nullptr},
  };
  // clang-format on
  return table;
}

} // namespace lambdacc
