//===- Doctor.h - What is wrong with a set-up -------------------------------===//
//
// Looks at all that decides whether `cargo build --target …` works: the installation, the programs behind it,
// PATH, variables, cargo's configuration, Rust. Nothing on the way of a compile or a link asks for any of it.
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

/// What is looked at.
struct Patient {
  const Settings &settings;
  const CeilingSettings &ceiling;
  uint16_t hostMachine;               ///< e_machine
  llvm::StringRef sysroots;           ///< what a sysroot says that was made for this lambda-cc
  std::vector<llvm::StringRef> names; ///< of our tools, in bin/ and the drop-in folder
  char **environment;
  std::string folder; ///< where cargo would be run
};

/// The findings of all checks, in their order. Runs rustc, to be told where it has its libraries.
std::vector<Finding> examine(const Patient &patient);

} // namespace lambdacc

#endif
