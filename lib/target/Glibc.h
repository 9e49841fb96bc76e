//===- Glibc.h - The newest glibc that a program may need -------------------===//
//
// A program for glibc runs on any glibc that is not older than the newest function it was linked with. The
// ceiling is that limit: above it nothing is declared, and nothing links. It is said in the name of a tool
// (x86_64-unknown-linux-gnu-2_17-gcc, -gnu-al2-gcc), or, since rustc must be given the plain triple, in the
// environment.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TARGET_GLIBC_H
#define LAMBDA_CC_TARGET_GLIBC_H

#include "Runtime.h"
#include "Target.h"
#include "llvm/Support/Error.h"

namespace lambdacc {

/// All ceilings there are, the lowest first: the folders lib/2.17 and so on of a sysroot.
llvm::SmallVector<llvm::VersionTuple, 20> ceilings();

/// What tells the headers of a sysroot the ceiling of `target`: -D__GLIBC_MINOR__=17.
std::string headerCeiling(const Target &target);

/// The ceiling that stands in the name of a tool after the triple: "al2", "2_17". None for what is no ceiling
/// in form; an error for a version that we don't have.
llvm::Expected<std::optional<llvm::VersionTuple>> parseCeilingToken(llvm::StringRef token);

/// The ceiling that a person wrote: "2.17".
llvm::Expected<llvm::VersionTuple> parseCeiling(llvm::StringRef version);

/// What LAMBDA_CC_GLIBC and LAMBDA_CC_RUNTIME say, or "".
struct CeilingSettings {
  llvm::StringRef glibc;
  llvm::StringRef runtime;
};

/// The ceiling that the environment says for the plain names, or none.
llvm::Expected<std::optional<llvm::VersionTuple>> ceilingOf(const CeilingSettings &settings);

} // namespace lambdacc

#endif
