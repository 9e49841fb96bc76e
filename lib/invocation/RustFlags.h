//===- RustFlags.h - The CPU that rustc was told ----------------------------===//
//
// A person says the CPU once, in RUSTFLAGS or in cargo's config, and means the whole program. cargo hands
// what it knows of both to build scripts, and so to us, in CARGO_ENCODED_RUSTFLAGS. cc-rs takes some of it
// over, for x86_64 alone (callers.md C16).
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_INVOCATION_RUSTFLAGS_H
#define LAMBDA_CC_INVOCATION_RUSTFLAGS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace lambdacc {

struct RustCpu {
  std::string name;                  ///< of -C target-cpu=, or ""
  std::vector<std::string> features; ///< of -C target-feature=, in order, each with its + or -
  llvm::StringRef variable;          ///< which variable says so
};

/// What the flags for rustc say of the CPU. `encoded` is CARGO_ENCODED_RUSTFLAGS, with an ASCII unit
/// separator between the words; where that is not set, `plain` is RUSTFLAGS, with spaces.
RustCpu parseRustFlags(llvm::StringRef encoded, llvm::StringRef plain);

/// An error for a LAMBDA_CC_CPU that says neither auto nor off.
llvm::Error checkCpuSetting(llvm::StringRef setting);

} // namespace lambdacc

#endif
