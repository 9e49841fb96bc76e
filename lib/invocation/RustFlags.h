//===- RustFlags.h - What flags for rustc say -------------------------------===//
//
// They are parsed as rustc parses them: -C linker=x, -Clinker=x, --codegen linker=x. A value that holds such
// a word, as in -Clink-arg=-Wl,--dynamic-linker=/x, does not say it.
//
// A person says the CPU once, in RUSTFLAGS or in cargo's config, and means the whole program. cargo hands
// what it knows of both to build scripts, and so to us, in CARGO_ENCODED_RUSTFLAGS. cc-rs takes some of it
// over, for x86_64 alone (callers.md C16).
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_INVOCATION_RUSTFLAGS_H
#define LAMBDA_CC_INVOCATION_RUSTFLAGS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace lambdacc {

/// Between the words of CARGO_ENCODED_RUSTFLAGS, which may have spaces.
constexpr char unitSeparator = 0x1f;

/// The words of a variable: of RUSTFLAGS and the like, or of CARGO_ENCODED_RUSTFLAGS.
std::vector<llvm::StringRef> splitRustFlags(llvm::StringRef flags, char separator = ' ');

/// An option of -C or --codegen.
struct CodegenOption {
  std::string name; ///< with dashes, where it may be written with underscores
  std::string value;
};

/// All of them, in order: of most the last one counts.
std::vector<CodegenOption> codegenOptions(llvm::ArrayRef<llvm::StringRef> args);

struct RustCpu {
  std::string name;                  ///< of -C target-cpu=, or ""
  std::vector<std::string> features; ///< of -C target-feature=, in order, each with its + or -
  llvm::StringRef variable;          ///< which variable says so
};

/// What the flags for rustc say of the CPU. `encoded` is CARGO_ENCODED_RUSTFLAGS, with an ASCII unit
/// separator between the words; where that is not set, `plain` is RUSTFLAGS, with spaces.
RustCpu parseRustFlags(llvm::StringRef encoded, llvm::StringRef plain);

} // namespace lambdacc

#endif
