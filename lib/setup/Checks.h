//===- Checks.h - What doctor looks at --------------------------------------===//
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

/// A variable with a target in its name, which leads elsewhere than to us. `where` says who sets it.
void checkVariable(Examination &on, llvm::StringRef name, llvm::StringRef value, llvm::StringRef where);

/// cargo's configuration.
void checkConfig(Examination &on);

/// Flags for rustc, from a variable or a configuration.
struct FlagsForRustc {
  llvm::StringRef name; ///< of the variable, or the key
  std::vector<llvm::StringRef> words;
  llvm::StringRef spelled;        ///< as a person wrote them
  llvm::StringRef where = "";     ///< the first line of the advice, or ""
  const Target *target = nullptr; ///< the only one that they are for
};

/// Whether they name a linker of ours for their target. What else they do about the linker or the CPU is a
/// finding.
bool checkRustFlags(Examination &on, const FlagsForRustc &flags);

} // namespace lambdacc

#endif
