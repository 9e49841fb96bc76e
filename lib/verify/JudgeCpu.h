//===- JudgeCpu.h - Does the code fit every host of Lambda? ------------------===//
//
// An ELF file does not record the CPU that it was compiled for. The options of the compile do. Only options
// for the whole program count. A feature for one file (-mavx512f, -march=armv8.2-a+sve) is fine: aws-lc,
// blake3 and zstd compile such files and choose among them at run time.
//
// AWS chooses the hosts of a function, unless its runtime is Managed Instances: then the user has named their
// CPU, which decides.
//
// The tools call these functions while they compile and link, and `lambda-cc doctor` before a build, so that
// they agree.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_JUDGECPU_H
#define LAMBDA_CC_VERIFY_JUDGECPU_H

#include "Finding.h"
#include "Runtime.h"
#include "RustFlags.h"
#include "Switches.h"
#include "Target.h"

namespace lambdacc {

/// Judges clang's option -march=value or -mcpu=value, for `runtime` or, if that is null, for all hosts. In a
/// build script only 'native' is an error: OpenBLAS compiles its kernels for each CPU and chooses among them
/// at run time.
std::vector<Finding> judgeCpuOption(llvm::StringRef option, const Target &target, bool ofBuildScript,
                                    const Runtime *runtime = nullptr);

/// Judges the CPU that rustc compiles for.
std::vector<Finding> judgeRustCpu(const RustCpu &cpu, const Target &target, const Runtime *runtime = nullptr);

/// Judges the code of `output`, which rustc compiled for `cpu`. rustc takes a feature of the CPU for one of
/// the hosts: std::arch::is_aarch64_feature_detected! is true without a look at the host. So an instruction
/// that `runtime` lacks is an error. Without it the program runs, and a compiler never writes it by itself.
std::vector<Finding> judgeRustCode(llvm::StringRef output, llvm::StringRef contents, const RustCpu &cpu,
                                   const Target &target, const Runtime *runtime);

/// Applies LAMBDA_CC_VERIFY. Error adds how an error can be allowed, Warn turns errors into warnings, Off
/// removes all findings.
void applyVerify(Verify verify, std::vector<Finding> &findings);

} // namespace lambdacc

#endif
