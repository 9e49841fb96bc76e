//===- CargoArguments.h - What a call of cargo shows about its settings ------===//
#ifndef LAMBDA_CC_SETUP_CARGOARGUMENTS_H
#define LAMBDA_CC_SETUP_CARGOARGUMENTS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace lambdacc {

/// The arguments of cargo that decide which configuration counts. All point at argv.
struct CargoArguments {
  llvm::StringRef subcommand = "";           ///< build, zigbuild, …
  llvm::StringRef lambdaCommand = "";        ///< of `cargo lambda`: build, watch, …
  llvm::StringRef folder = "";               ///< of -C: cargo reads the configurations from there
  std::vector<llvm::StringRef> configs = {}; ///< of each --config: a file, or KEY=VALUE
  llvm::StringRef compiler = "";             ///< of --compiler, an option of `cargo lambda`
};

CargoArguments parseCargoArguments(llvm::ArrayRef<const char *> argv);

/// Why nothing is to be added for the subcommand, or "": some bring a toolchain of their own. `compiler` is
/// the value of CARGO_LAMBDA_COMPILER.
std::string ownToolchainOf(const CargoArguments &arguments, llvm::StringRef compiler);

} // namespace lambdacc

#endif
