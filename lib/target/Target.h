//===- Target.h - What a program is built for -------------------------------===//
//
// A target is a row of a table. The name of a tool says which row (ToolName.h); nothing that rustc passes
// does: it never says --target to a linker (callers.md R45).
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TARGET_TARGET_H
#define LAMBDA_CC_TARGET_TARGET_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VersionTuple.h"
#include "llvm/TargetParser/Triple.h"
#include <array>
#include <cstdint>
#include <string>

namespace lambdacc {

struct Target {
  llvm::StringLiteral triple; ///< as Rust spells it; also the folder of its sysroot
  /// What else tools are called by: the prefixes that cc-rs looks for on PATH by itself (callers.md 10). ""
  /// is none.
  std::array<llvm::StringLiteral, 2> aliases;
  llvm::Triple::ArchType arch;
  llvm::Triple::EnvironmentType libc;
  uint16_t machine;              ///< e_machine of its objects
  llvm::StringLiteral emulation; ///< what ld's -m calls it
  /// The loader that its programs name, or "": Lambda has none for musl.
  llvm::StringLiteral interpreter;
  /// The newest glibc that its programs may need. In a row it is what the plain names stand for:
  /// provided.al2's, so that one program runs on provided.al2 and provided.al2023. Empty where the libc is
  /// another.
  llvm::VersionTuple glibc;

  bool isGlibc() const { return libc == llvm::Triple::GNU; }
};

/// All of them, in the order in which they are listed to people.
llvm::ArrayRef<Target> targets();

/// All that the name of a tool of `target` may begin with: its triple, then its aliases.
llvm::SmallVector<llvm::StringRef, 3> prefixes(const Target &target);

/// What the names of the tools of `target` begin with that are for its ceiling, whatever the environment
/// says: x86_64-unknown-linux-gnu-2_17.
std::string toolPrefix(const Target &target);

/// The row of `triple`, spelled as Rust does, or null.
const Target *findTarget(llvm::StringRef triple);

/// Whether a caller that wrote `spelling` in --target= means `target`: x86_64-linux-musl,
/// x86_64-pc-linux-musl and amd64-unknown-linux-musl are all one, since cc-rs, cmake projects and configure
/// scripts each have their own.
bool isSpellingOf(llvm::StringRef spelling, const Target &target);

/// The machine an e_machine of the ELF header stands for, in words, as in "x86_64".
std::string machineName(uint16_t machine);

} // namespace lambdacc

#endif
