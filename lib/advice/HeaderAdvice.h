//===- HeaderAdvice.h - What to do about a header that was not found ------===//
#ifndef LAMBDA_CC_ADVICE_HEADERADVICE_H
#define LAMBDA_CC_ADVICE_HEADERADVICE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace lambdacc {

/// Lines to print below the messages of clang or gcc, if it lacks a header; else none. `dropped` are folders
/// of the caller's that it did not search.
std::vector<std::string> adviceOnHeaders(llvm::StringRef messages, llvm::ArrayRef<std::string> dropped);

} // namespace lambdacc

#endif
