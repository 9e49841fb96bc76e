//===- RustSysroot.h - Where the Rust of PATH has its libraries -------------===//
#ifndef LAMBDA_CC_SETUP_RUSTSYSROOT_H
#define LAMBDA_CC_SETUP_RUSTSYSROOT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace lambdacc {

/// What `rustc --print sysroot` prints, of the first rustc in the folders `path`. "" without a rustc.
llvm::Expected<std::string> sysrootOfRust(llvm::ArrayRef<std::string> path);

} // namespace lambdacc

#endif
