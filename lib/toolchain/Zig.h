//===- Zig.h - The LLVM inside zig ------------------------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_ZIG_H
#define LAMBDA_CC_TOOLCHAIN_ZIG_H

#include "Providers.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace lambdacc {

/// The zig of PATH, or the one that pip put beside the python of PATH, which is no program of PATH itself; or
/// "".
std::string findZig(const Places &places);

/// The latter, among those whose folders suit.
std::string findPipsZig(const Places &places, llvm::function_ref<bool(llvm::StringRef folder)> suits);

bool isZig(llvm::StringRef file);

} // namespace lambdacc

#endif
