//===- Doctor.h - Errors of a set-up ----------------------------------------===//
//
// Checks all that decides whether `cargo build --target …` works: the installation, the programs that the
// tools run, PATH, variables, cargo's configuration, Rust. No compile or link runs any of this.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SETUP_DOCTOR_H
#define LAMBDA_CC_SETUP_DOCTOR_H

#include "Find.h"
#include "Finding.h"
#include "Glibc.h"
#include <string>
#include <vector>

namespace lambdacc {

/// What is checked: the settings, the environment and the folder of a build.
struct Setup {
  const Settings &settings;
  const CeilingSettings &ceiling;
  llvm::StringRef host;               ///< the host's own triple, or ""
  llvm::StringRef sysroots;           ///< the digest that a sysroot of this lambda-cc records
  llvm::StringRef libraries;          ///< the same for its libraries
  std::vector<llvm::StringRef> names; ///< of our tools, in bin/ and the drop-in folder
  char **environment;
  std::string folder;        ///< where cargo would be run
  llvm::StringRef cargoHome; ///< cargo's home, or ""
  std::string today;         ///< as today()
};

/// The findings of all checks, in their order. Runs rustc, which prints where its libraries are.
std::vector<Finding> checkSetup(const Setup &setup);

} // namespace lambdacc

#endif
