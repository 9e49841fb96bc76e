//===- Remarks.h - What runs, and could run better ----------------------------===//
//
// Some of what people meet on Lambda is no fault of a program's form, but of what was linked into it. It is
// found by what a file has inside, and so only told where a person asks.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_REMARKS_H
#define LAMBDA_CC_VERIFY_REMARKS_H

#include "Finding.h"

namespace lambdacc {

/// Of the program `contents`, which messages call `file`. Large ones are read in part: what is not seen is
/// not told.
std::vector<Finding> remarks(llvm::StringRef file, llvm::StringRef contents);

} // namespace lambdacc

#endif
