//===- OwnVariables.h - The variables that the tools themselves read --------===//
//
// A row for each. `lambda-cc doctor` checks them by the parsers that the tools use; README and the manual
// page describe the same rows.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SETTINGS_OWNVARIABLES_H
#define LAMBDA_CC_SETTINGS_OWNVARIABLES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace lambdacc {

struct OwnVariable {
  llvm::StringLiteral name;
  llvm::StringLiteral help;
  bool isForUsers; ///< a person may set it; else the tools set it for each other
  /// The error that a tool which reads the variable gives for `value`. Null where any value can be right: a
  /// program is looked for by lib/toolchain.
  llvm::Error (*check)(llvm::StringRef value);
};

llvm::ArrayRef<OwnVariable> ownVariables();

} // namespace lambdacc

#endif
