//===- Needs.h - What an invocation has need of -----------------------------===//
//
// A plan says what must be found, and Find.h finds it: plain values, so that both see them.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_NEEDS_H
#define LAMBDA_CC_TOOLCHAIN_NEEDS_H

#include "llvm/ADT/StringRef.h"
#include <vector>

namespace lambdacc {

/// What an invocation has need of. Nothing else is looked for: each look costs.
struct Needs {
  bool clang = false;
  bool cache = false; ///< where the user asks for one
  bool linker = false;
  llvm::StringRef linkerName = ""; ///< of -fuse-ld= or --ld-path=, or ""
  bool rustBitcode = false;        ///< rustc links with its LTO in the linker
  std::vector<llvm::StringRef> inputs =
      {}; ///< of the link; the last place where a linker and start objects are found
  std::vector<llvm::StringRef> unwinderFolders = {}; ///< of -L, where a link of rustc's may find its -lunwind
  std::vector<llvm::StringRef> tools = {};           ///< of ours, by what stands after the triple: "ld"
};

} // namespace lambdacc

#endif
