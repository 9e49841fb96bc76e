//===- Finding.h - A result of a check ------------------------------------===//
//
// A Finding does not stop anything, unlike a Failure. A check of an installation, a file or a linked program
// reports all its findings.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_DIAG_FINDING_H
#define LAMBDA_CC_DIAG_FINDING_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace lambdacc {

struct Finding {
  enum Severity { Ok, Note, Warning, Error };
  Severity severity;
  llvm::StringRef check;           ///< what was checked, for machine readers: a name from a table
  std::string what;                ///< like the headline of a Failure
  std::vector<std::string> advice; ///< like the evidence of a Failure
  std::string library = {};        ///< of the check "library": the name that a file needs
};

/// The `error` that `check` met, as a finding.
Finding asFinding(llvm::StringRef check, llvm::Error error);

/// "ok", "note", "warning", "error".
llvm::StringRef nameOf(Finding::Severity severity);

/// A line for each finding, with `>>> ` lines for its advice below.
std::string inText(llvm::ArrayRef<Finding> findings);

bool hasError(llvm::ArrayRef<Finding> findings);

} // namespace lambdacc

#endif
