//===- RustFlags.h - Parse flags of rustc ---------------------------------===//
//
// They are parsed as rustc does: -C linker=x, -Clinker=x, --codegen linker=x. An option inside a value does
// not count, as in -Clink-arg=-Wl,--dynamic-linker=/x.
//
// Users set the CPU once, in RUSTFLAGS or in cargo's config, for the whole program. cargo passes both to
// build scripts in CARGO_ENCODED_RUSTFLAGS, and so to us. cc-rs uses some of it, for x86_64 only
// (docs/requirements.md C16).
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_INVOCATION_RUSTFLAGS_H
#define LAMBDA_CC_INVOCATION_RUSTFLAGS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace lambdacc {

/// The separator in CARGO_ENCODED_RUSTFLAGS. Its arguments can contain spaces.
constexpr char unitSeparator = 0x1f;

/// Splits the value of RUSTFLAGS and the like, or of CARGO_ENCODED_RUSTFLAGS.
std::vector<llvm::StringRef> splitRustFlags(llvm::StringRef flags, char separator = ' ');

/// An option of -C or --codegen.
struct CodegenOption {
  std::string name; ///< with dashes, even if it was written with underscores
  std::string value;
};

/// All -C options, in order. For most, the last one counts.
std::vector<CodegenOption> codegenOptions(llvm::ArrayRef<llvm::StringRef> args);

struct RustCpu {
  std::string name;                  ///< from -C target-cpu=, or ""
  std::vector<std::string> features; ///< from -C target-feature=, in order, each with its + or -
  llvm::StringRef variable;          ///< the source of the flags, for messages
};

/// The CPU that `options` set. `variable` is their source.
RustCpu cpuIn(llvm::ArrayRef<CodegenOption> options, llvm::StringRef variable);

/// The CPU that rustc's flags set. `encoded` is CARGO_ENCODED_RUSTFLAGS, separated by ASCII unit separators.
/// If it is empty, `plain` is read: RUSTFLAGS, separated by spaces.
RustCpu parseRustFlags(llvm::StringRef encoded, llvm::StringRef plain);

} // namespace lambdacc

#endif
