//===- Checks.h - What doctor checks ----------------------------------------===//
#ifndef LAMBDA_CC_SETUP_CHECKS_H
#define LAMBDA_CC_SETUP_CHECKS_H

#include "Examination.h"

namespace lambdacc {

// The installation and the programs behind it.
void checkSysroots(Examination &on);
void checkClang(Examination &on);
void checkLinker(Examination &on);
void checkArchiver(Examination &on);
void checkHostCompiler(Examination &on);
void checkRust(Examination &on);

// PATH.
void checkOthers(Examination &on);
void checkNames(Examination &on);

void checkVariables(Examination &on);

/// Checks a variable. One with a target in its name must name our tool, and flags of C must fit Lambda's
/// hosts. `where` is who sets it.
void checkVariable(Examination &on, llvm::StringRef name, llvm::StringRef value, llvm::StringRef where);

/// cargo's configuration. The first reads it, for all checks.
void readConfigs(Examination &on);
void checkConfig(Examination &on);

/// Flags for rustc, from a variable or a configuration.
struct FlagsForRustc {
  llvm::StringRef name; ///< the variable, or the key of the configuration
  std::vector<llvm::StringRef> words;
  llvm::StringRef spelled;        ///< as the user wrote them
  llvm::StringRef where = "";     ///< the first line of the advice, or ""
  const Target *target = nullptr; ///< the target that they are for, or null for all
};

/// True if the flags name a linker of ours for their target. Findings: another linker, a CPU that hosts of
/// Lambda lack, and a static glibc.
bool checkRustFlags(Examination &on, const FlagsForRustc &flags);

} // namespace lambdacc

#endif
