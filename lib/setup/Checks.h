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

constexpr llvm::StringLiteral nativeIsNot =
    "Lambda's hosts differ from it, and from each other: an instruction that one of "
    "them lacks ends the program";

} // namespace lambdacc

#endif
