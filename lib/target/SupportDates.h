//===- SupportDates.h - Does AWS still support a runtime? -----------------===//
//
// The only place that compares the days in runtimes() with today. A link does not: it would print the same
// again for each program of a build.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TARGET_SUPPORTDATES_H
#define LAMBDA_CC_TARGET_SUPPORTDATES_H

#include "Finding.h"
#include "Runtime.h"

namespace lambdacc {

/// "supported until 2029-06-30", or since when it isn't and until when functions can be updated. "" for an
/// image. `today` is a day as "2026-11-28".
std::string supportText(const Runtime &runtime, llvm::StringRef today);

/// The warning for a runtime that `today` is out of support, which its user has named. Functions still run.
std::optional<Finding> outOfSupport(const Runtime &runtime, llvm::StringRef today);

} // namespace lambdacc

#endif
