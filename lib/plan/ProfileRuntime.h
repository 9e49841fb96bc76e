//===- ProfileRuntime.h - The library that writes counters ------------------===//
//
// Code that clang instruments only counts. A library of compiler-rt writes the counters to a file when the
// program ends, and the sysroot has it as libclang_rt.profile.a.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_PROFILERUNTIME_H
#define LAMBDA_CC_PLAN_PROFILERUNTIME_H

#include "CcInvocation.h"
#include "Target.h"
#include "Toolchain.h"
#include "llvm/Support/Error.h"
#include <string>

namespace lambdacc {

/// The library that a call needs if it links.
struct ProfileRuntime {
  std::string option;  ///< that needs it, as the caller wrote it; "" if none does
  bool ofLlvm = false; ///< LLVM's own format, .profraw; else gcov's, .gcda
};
ProfileRuntime profileRuntime(const CcInvocation &cc);

/// An error if the compiler of `toolchain` makes counters that the library can't write.
llvm::Error refuseProfile(const CcInvocation &cc, const Target &target, const Toolchain &toolchain);

/// Whether `file` is the library of the host's clang, by its folder. clang passes it to the linker for
/// --coverage, in spite of -noprofilelib.
bool isProfileRuntimeOfHost(llvm::StringRef file);

} // namespace lambdacc

#endif
