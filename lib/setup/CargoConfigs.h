//===- CargoConfigs.h - The configurations that a call of cargo reads --------===//
#ifndef LAMBDA_CC_SETUP_CARGOCONFIGS_H
#define LAMBDA_CC_SETUP_CARGOCONFIGS_H

#include "CargoConfig.h"
#include "Finding.h"
#include "Target.h"
#include "UnsetVariables.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace lambdacc {

struct CargoConfigs {
  std::vector<ConfigFile> files = {}; ///< the nearest first
  std::vector<Finding> errors = {};   ///< one for each that cannot be read: cargo may read it all the same
};

/// The configurations in .cargo of `folder` and of those above it, then that in `home`, cargo's home or "".
/// With what they include.
CargoConfigs readCargoConfigs(llvm::StringRef folder, llvm::StringRef home, llvm::vfs::FileSystem &fs);

/// The configurations that `file` includes, also through each other. Empty if `file` does not exist.
CargoConfigs includedBy(const std::string &file, llvm::vfs::FileSystem &fs);

/// Adds the value of a --config: a file, relative to `folder`, or KEY=VALUE.
void addConfigArgument(CargoConfigs &configs, llvm::StringRef argument, llvm::StringRef folder,
                       llvm::vfs::FileSystem &fs);

/// All that `configs` set for `target`: the variables of [env], and the keys of [build] and of the tables of
/// the target.
std::vector<SetName> setFor(const Target &target, const CargoConfigs &configs);

/// A line of advice with the place of `set` in `file`.
std::string placeOf(const ConfigValue &set, llvm::StringRef file);

/// A program as cargo reads it from the configuration `file`: a path is relative to the folder of .cargo.
std::string programOf(llvm::StringRef file, llvm::StringRef value);

} // namespace lambdacc

#endif
