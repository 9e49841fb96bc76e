//===- Zig.h - The LLVM inside zig ------------------------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_ZIG_H
#define LAMBDA_CC_TOOLCHAIN_ZIG_H

#include "Providers.h"

namespace lambdacc {

/// The zig of PATH, or the one that pip put beside the python of PATH, which is no program of PATH itself; or
/// "".
std::string findZig(const Places &places);

bool isZig(llvm::StringRef file);

} // namespace lambdacc

#endif
