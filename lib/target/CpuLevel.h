//===- CpuLevel.h - CPU features that every host of Lambda has ------------===//
//
// Functions run on several kinds of hosts, and AWS does not promise which. Code for a newer CPU dies of an
// illegal instruction on some of them (docs/requirements.md L9).
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TARGET_CPULEVEL_H
#define LAMBDA_CC_TARGET_CPULEVEL_H

#include "llvm/ADT/StringRef.h"
#include "llvm/TargetParser/Triple.h"

namespace lambdacc {

/// clang's name for the feature that rustc calls `name`.
llvm::StringRef clangFeature(llvm::Triple::ArchType arch, llvm::StringRef name);

/// Whether some host lacks `feature`, in clang's spelling. False for features that LLVM does not know.
bool isBeyondLambda(llvm::Triple::ArchType arch, llvm::StringRef feature);

/// The first feature that some host lacks of `cpu`, a CPU or an Arm architecture of clang's: "sve" for
/// neoverse-v1. "" if every host has all, or if LLVM does not know `cpu`.
llvm::StringRef beyondLambda(llvm::Triple::ArchType arch, llvm::StringRef cpu);

} // namespace lambdacc

#endif
