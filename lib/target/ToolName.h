//===- ToolName.h - Parse the name that a tool is called by ---------------===//
//
// x86_64-unknown-linux-musl-gcc and musl-gcc consist of a target and a role. In
// x86_64-unknown-linux-gnu-2_17-gcc, the ceiling is between the two. Other programs rely on these names.
// rustc derives the linker flavour from the end, cc-rs replaces -gcc by -g++ and -ar, and cmake uses the part
// before gcc as the prefix of the binutils (docs/requirements.md R2, C3, M6).
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TARGET_TOOLNAME_H
#define LAMBDA_CC_TARGET_TOOLNAME_H

#include "Target.h"
#include "llvm/Support/Error.h"

namespace lambdacc {

struct ToolName {
  Target target;
  bool hasCeiling;      ///< the name sets the ceiling, so the environment does not
  llvm::StringRef role; ///< "gcc", "ar", …: one of `roles`
};

/// Parses `name`, the last component of a path. The error lists what is valid, and suggests the nearest.
llvm::Expected<ToolName> parseToolName(llvm::StringRef name, llvm::ArrayRef<llvm::StringRef> roles);

/// Parses a triple that a user wrote, which can have a ceiling: x86_64-unknown-linux-gnu.2.17. The error
/// lists what is valid, and suggests the nearest.
llvm::Expected<Target> parseTriple(llvm::StringRef triple);

} // namespace lambdacc

#endif
