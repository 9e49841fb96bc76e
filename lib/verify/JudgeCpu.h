//===- JudgeCpu.h - Does the code fit every host of Lambda? ------------------===//
//
// An ELF file does not show the CPU that it was compiled for: the options do. Only an option for a whole
// program counts. Code that is chosen at run time, as in aws-lc, blake3 and zstd, has a feature set for one
// file: -mavx512f, -march=armv8.2-a+sve.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_JUDGECPU_H
#define LAMBDA_CC_VERIFY_JUDGECPU_H

#include "Finding.h"
#include "RustFlags.h"
#include "Target.h"

namespace lambdacc {

/// What is wrong with an option -march=value or -mcpu=value of clang's, as the caller wrote it.
std::vector<Finding> judgeCpuOption(llvm::StringRef word, const Target &target);

/// What is wrong with the CPU and the features that rustc compiles for.
std::vector<Finding> judgeRustCpu(const RustCpu &cpu, const Target &target);

} // namespace lambdacc

#endif
