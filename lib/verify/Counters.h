//===- Counters.h - Does anything write the counters? -------------------------===//
//
// Code that clang instruments for a profile refers to no library on Linux. A link without the option of the
// compiles succeeds, and then the program counts and writes nothing.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_COUNTERS_H
#define LAMBDA_CC_VERIFY_COUNTERS_H

#include "Finding.h"

namespace lambdacc {

/// A warning if the program or shared library `contents` has counters of a profile and not the library that
/// writes them. `file` is its name in messages.
std::vector<Finding> judgeCounters(llvm::StringRef file, llvm::StringRef contents);

} // namespace lambdacc

#endif
