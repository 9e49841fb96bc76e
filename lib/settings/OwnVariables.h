//===- OwnVariables.h - The variables that the tools themselves read ------===//
//
// One row for each. `lambda-cc doctor` checks them with the parsers that the tools use. The documentation and
// the manual page describe the same rows.
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
  bool isForUsers; ///< whether users may set it; otherwise the tools set it for each other
  /// Returns the error that a tool reports for `value`. Null if every value can be valid: lib/toolchain looks
  /// for a program of that name.
  llvm::Error (*check)(llvm::StringRef value);
};

llvm::ArrayRef<OwnVariable> ownVariables();

} // namespace lambdacc

#endif
