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
#include <string>
#include <vector>

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

/// The first feature of `cpu`, a CPU or an Arm architecture of clang's, that a compiler uses by itself and
/// that is beyond `floor`: "sve" for neoverse-v1. "" if there is none, or if LLVM does not know `cpu`.
llvm::StringRef beyond(const CpuFloor &floor, llvm::StringRef cpu);

/// The features beyond `floor` that the value of -mcpu= includes without naming them, and that a compiler
/// uses only where the source requests it: "sm4" of "neoverse-v1" on Graviton4. beyond() does not see them,
/// but code may select such instructions because the compiler has them: turn them off.
std::vector<std::string> includedBeyond(const CpuFloor &floor, llvm::StringRef written);

} // namespace lambdacc

#endif
