//===- Zig.h - The LLVM inside zig ------------------------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_ZIG_H
#define LAMBDA_CC_TOOLCHAIN_ZIG_H

#include "Providers.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace lambdacc {

/// The zig on PATH; else pip's, which lies beside a Python of PATH but not on PATH; or "".
std::string findZig(const Places &places);

/// pip's zig alone, the first for which `suits` accepts each folder on the way to it.
std::string findPipsZig(const Places &places, llvm::function_ref<bool(llvm::StringRef folder)> suits);

/// Whether `file` is zig, or pip's script for it, by its name.
bool isZig(llvm::StringRef file);

/// The zig that `file` runs: that of the Python package, if `file` is the script python-zig that pip puts on
/// PATH; the target of a link with another name. Else `file` itself. The resource folder lies beside zig.
std::string zigOf(llvm::StringRef file, llvm::vfs::FileSystem &fs);

} // namespace lambdacc

#endif
