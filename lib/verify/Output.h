//===- Output.h - Can the output be written? --------------------------------===//
#ifndef LAMBDA_CC_VERIFY_OUTPUT_H
#define LAMBDA_CC_VERIFY_OUTPUT_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace lambdacc {

/// An error if the folder for `file` does not exist or can't be written to.
llvm::Error checkOutput(llvm::StringRef file);

} // namespace lambdacc

#endif
