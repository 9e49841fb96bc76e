//===- CpuLevel.h - What every host of Lambda can execute -------------------===//
//
// Functions run on hosts of several kinds, and none is promised. A program for a CPU that has more dies of an
// illegal instruction, on some of them (lambda.md 1.4).
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TARGET_CPULEVEL_H
#define LAMBDA_CC_TARGET_CPULEVEL_H

#include "llvm/ADT/StringRef.h"
#include "llvm/TargetParser/Triple.h"

namespace lambdacc {

/// What clang calls the feature that rustc calls `name`.
llvm::StringRef clangFeature(llvm::Triple::ArchType arch, llvm::StringRef name);

/// Whether some host lacks what clang calls `feature`. No for what LLVM doesn't know.
bool isBeyondLambda(llvm::Triple::ArchType arch, llvm::StringRef feature);

/// The first feature of clang's `cpu`, or of an architecture of Arm's, that some host lacks: "sve" of
/// neoverse-v1. "" where all have all, and for what LLVM doesn't know.
llvm::StringRef beyondLambda(llvm::Triple::ArchType arch, llvm::StringRef cpu);

} // namespace lambdacc

#endif
