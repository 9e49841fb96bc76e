//===- JudgeCpu.h - Does the code fit every host of Lambda? ------------------===//
//
// An ELF file doesn't say which CPU it was compiled for: the options do. Only what holds for a whole program
// counts. A feature for one file (-mavx512f, -march=armv8.2-a+sve) is how code is made that is chosen while
// it runs, as in aws-lc, blake3 and zstd.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_JUDGECPU_H
#define LAMBDA_CC_VERIFY_JUDGECPU_H

#include "Finding.h"
#include "RustFlags.h"
#include "Target.h"

namespace lambdacc {

/// Of clang's -march=value or -mcpu=value, whole.
std::vector<Finding> judgeCpuOption(llvm::StringRef word, const Target &target);

/// Of the CPU that rustc was told.
std::vector<Finding> judgeRustCpu(const RustCpu &cpu, const Target &target);

} // namespace lambdacc

#endif
