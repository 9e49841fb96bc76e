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

/// A CPU, by clang's name: code may use what it has.
struct CpuFloor {
  llvm::Triple::ArchType arch;
  llvm::StringRef cpu;
};

/// What all hosts of Lambda have, unless the user chooses the instances.
CpuFloor lambdaFloor(llvm::Triple::ArchType arch);

/// Whether a host with no more than `floor` lacks `feature`, in clang's spelling. False for features that
/// LLVM does not know.
bool isBeyond(const CpuFloor &floor, llvm::StringRef feature);

/// The first feature of `cpu`, a CPU or an Arm architecture of clang's, that is beyond `floor`: "sve" for
/// neoverse-v1. "" if there is none, or if LLVM does not know `cpu`.
llvm::StringRef beyond(const CpuFloor &floor, llvm::StringRef cpu);

} // namespace lambdacc

#endif
