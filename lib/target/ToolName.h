//===- ToolName.h - The name a tool is called by ----------------------------===//
//
// x86_64-unknown-linux-musl-gcc is a target and a role, and so is musl-gcc; x86_64-unknown-linux-gnu-2_17-gcc
// says the ceiling between the two. The names are a contract with programs that take them apart: rustc reads
// the end of it for the linker's flavour, cc-rs cuts -gcc off and appends -g++ and -ar, cmake takes what
// stands before gcc as the prefix of the binutils (callers.md R2, C3, M6).
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TARGET_TOOLNAME_H
#define LAMBDA_CC_TARGET_TOOLNAME_H

#include "Target.h"
#include "llvm/Support/Error.h"

namespace lambdacc {

struct ToolName {
  Target target;
  bool hasCeiling;      ///< and not the environment
  llvm::StringRef role; ///< "gcc", "ar", …: one of `roles`
};

/// Takes `name`, the last component of a path, apart. An error lists what there is and suggests the nearest.
llvm::Expected<ToolName> parseToolName(llvm::StringRef name, llvm::ArrayRef<llvm::StringRef> roles);

/// The target that a person writes out, with its ceiling as in x86_64-unknown-linux-gnu.2.17. An error lists
/// what there is and suggests the nearest.
llvm::Expected<Target> parseTriple(llvm::StringRef triple);

} // namespace lambdacc

#endif
