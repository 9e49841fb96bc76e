//===- Checked.h - How current is a row about Lambda? ---------------------===//
//
// AWS changes its days of support, its hosts and its images. So a row about these has its source, and the day
// on which somebody last compared the two. `python3 cmake/facts.py` prints the rows that are older than half
// a year.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TARGET_CHECKED_H
#define LAMBDA_CC_TARGET_CHECKED_H

#include "llvm/ADT/StringRef.h"

namespace lambdacc {

struct Checked {
  llvm::StringLiteral day; ///< "2026-11-28"
  llvm::StringLiteral source;
};

} // namespace lambdacc

#endif
