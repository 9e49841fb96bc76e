//===- Finding.h - Something that a person should know ----------------------===//
//
// Unlike a Failure it stops nothing by itself: the set-up, a file, a program that was linked is looked at to
// the end.
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
  llvm::StringRef check;           ///< what was looked at, for programs: a word of a table
  std::string what;                ///< as the headline of a Failure
  std::vector<std::string> advice; ///< as its evidence
};

/// An error that `check` came upon, with what it says.
Finding asFinding(llvm::StringRef check, llvm::Error error);

/// "ok", "note", "warning", "error".
llvm::StringRef nameOf(Finding::Severity severity);

/// A line for each, and `>>> ` lines below it.
std::string inText(llvm::ArrayRef<Finding> findings);

bool hasError(llvm::ArrayRef<Finding> findings);

} // namespace lambdacc

#endif
