//===- Output.h - Can the output be written? --------------------------------===//
#ifndef LAMBDA_CC_VERIFY_OUTPUT_H
#define LAMBDA_CC_VERIFY_OUTPUT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace lambdacc {

/// An error if the folder that `file` is to lie in is not there or can't be written to.
llvm::Error checkOutput(llvm::StringRef file);

/// Removes the file that an earlier link left as `output`, unless it is one of `inputs`. ld.lld, unlike GNU
/// ld and clang's driver, leaves the old program where a link fails, and somebody deploys it; mold writes
/// over it, and over cargo's hard link to it, also where it is killed at that. What is no file stays:
/// /dev/stdout is a link to what is not ours.
void removeStale(llvm::StringRef output, llvm::ArrayRef<llvm::StringRef> inputs);

} // namespace lambdacc

#endif
