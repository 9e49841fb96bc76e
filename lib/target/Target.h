//===- Target.h - What a program is built for -----------------------------===//
//
// A target is a row of a table. The name of a tool selects the row (ToolName.h). Arguments cannot: rustc
// never passes --target to a linker (docs/requirements.md R45).
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
  llvm::StringLiteral triple; ///< in Rust's spelling; also the folder of its sysroot
  /// Other prefixes in names of tools, which cc-rs looks for on PATH by itself. "" for none.
  std::array<llvm::StringLiteral, 2> aliases;
  llvm::Triple::ArchType arch;
  llvm::Triple::EnvironmentType libc;
  uint16_t machine;              ///< e_machine of its objects
  llvm::StringLiteral emulation; ///< its name for ld's -m
  /// The loader of its programs, or "" for musl: Lambda does not have a loader for musl.
  llvm::StringLiteral interpreter;
  /// The ceiling: the newest glibc that its programs may need. In the table it is the default of the plain
  /// names, 2.26 of provided.al2, so that programs run on provided.al2 and provided.al2023. Empty for musl.
  llvm::VersionTuple glibc;

  bool isGlibc() const { return libc == llvm::Triple::GNU; }
};

/// All targets, in the order for lists.
llvm::ArrayRef<Target> targets();

/// All prefixes in names of tools for `target`: its triple, then its aliases.
llvm::SmallVector<llvm::StringRef, 3> prefixes(const Target &target);

/// The prefix in names of tools with the ceiling of `target`, independent of the environment:
/// x86_64-unknown-linux-gnu-2_17.
std::string toolPrefix(const Target &target);

/// The shortest of them without the environment: the triple, with a ceiling that is not the plain name's.
std::string namePrefix(const Target &target);

/// The row for `triple`, in Rust's spelling, or null.
const Target *findTarget(llvm::StringRef triple);

/// Whether `spelling`, from --target=, is a spelling of `target`. x86_64-linux-musl, x86_64-pc-linux-musl and
/// amd64-unknown-linux-musl are the same target: cc-rs, cmake projects and configure scripts differ.
bool isSpellingOf(llvm::StringRef spelling, const Target &target);

/// The name of an e_machine of the ELF header, such as "x86_64".
std::string machineName(uint16_t machine);

/// The e_machine of the targets for `arch`, or 0 if there is none.
uint16_t machineFor(llvm::Triple::ArchType arch);

} // namespace lambdacc

#endif
