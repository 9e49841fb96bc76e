//===- Glibc.h - The newest glibc that a program may need -----------------===//
//
// A program for glibc runs on every glibc that has all the functions that it was linked with. The ceiling is
// the newest of these versions. Newer functions are not declared and do not link. The ceiling is set in the
// name of a tool (x86_64-unknown-linux-gnu-2_17-gcc, -gnu-al2-gcc) or, because rustc needs the plain triple,
// in the environment.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TARGET_GLIBC_H
#define LAMBDA_CC_TARGET_GLIBC_H

#include "Runtime.h"
#include "Target.h"
#include "llvm/Support/Error.h"

namespace lambdacc {

/// All ceilings, the oldest first. A sysroot has a folder for each: lib/2.17 and so on.
llvm::SmallVector<llvm::VersionTuple, 25> ceilings();

/// The option that sets the ceiling of `target` for the sysroot's headers: -D__GLIBC_MINOR__=17.
std::string headerCeiling(const Target &target);

/// Parses the ceiling after the triple in the name of a tool: "al2", "2_17". None if `token` does not look
/// like a ceiling. An error for a version that we do not have.
llvm::Expected<std::optional<llvm::VersionTuple>> parseCeilingToken(llvm::StringRef token);

/// Parses a ceiling that a user wrote: "2.17".
llvm::Expected<llvm::VersionTuple> parseCeiling(llvm::StringRef version);

/// The ceiling behind `triple`, a spelling of `target`: 2.17 of x86_64-linux-gnu.2.17, as zig spells it, and
/// of x86_64-linux-gnu2.17. None without one, and for musl. An error for a version that we do not have.
llvm::Expected<std::optional<llvm::VersionTuple>> ceilingBehind(llvm::StringRef triple, const Target &target);

/// The values of LAMBDA_CC_GLIBC and LAMBDA_CC_RUNTIME, or "".
struct CeilingSettings {
  llvm::StringRef glibc;
  llvm::StringRef runtime;
};

/// The runtime that the environment sets, or none.
llvm::Expected<std::optional<Runtime>> runtimeOf(const CeilingSettings &settings);

/// The ceiling that the environment sets for the plain names, or none.
llvm::Expected<std::optional<llvm::VersionTuple>> ceilingOf(const CeilingSettings &settings);

} // namespace lambdacc

#endif
