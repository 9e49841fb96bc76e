//===- Checks.h - What doctor checks ----------------------------------------===//
#ifndef LAMBDA_CC_SETUP_CHECKS_H
#define LAMBDA_CC_SETUP_CHECKS_H

#include "CheckContext.h"

namespace lambdacc {

// The installation and the programs behind it.
void checkSysroots(CheckContext &context);
void checkClang(CheckContext &context);
void checkLinker(CheckContext &context);
void checkArchiver(CheckContext &context);
void checkHostCompiler(CheckContext &context);
void checkRust(CheckContext &context);

// PATH.
void checkOthers(CheckContext &context);
void checkNames(CheckContext &context);

void checkVariables(CheckContext &context);

/// Checks a variable. One with a target in its name must name our tool, and flags of C must fit Lambda's
/// hosts. `where` is who sets it.
void checkVariable(CheckContext &context, llvm::StringRef name, llvm::StringRef value, llvm::StringRef where);

/// cargo's configuration. The first reads it, for all checks.
void readConfigs(CheckContext &context);
void checkConfig(CheckContext &context);

/// Flags for rustc, from a variable or a configuration.
struct FlagsForRustc {
  llvm::StringRef name; ///< the variable, or the key of the configuration
  std::vector<llvm::StringRef> args;
  llvm::StringRef spelled;        ///< as the user wrote them
  llvm::StringRef where = "";     ///< the first line of the advice, or ""
  const Target *target = nullptr; ///< the target that they are for, or null for all
};

/// True if the flags name a linker of ours for their target. Findings: another linker, a CPU that hosts of
/// Lambda lack, and a static glibc.
bool checkRustFlags(CheckContext &context, const FlagsForRustc &flags);

} // namespace lambdacc

#endif
