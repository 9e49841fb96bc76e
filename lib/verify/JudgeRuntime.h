//===- JudgeRuntime.h - Can a program run where the user deploys it? --------===//
//
// LAMBDA_CC_RUNTIME may name Managed Instances, which have one architecture, or an image with musl, which has
// no glibc. A link for another machine or libc is not worth its minutes: `lambda-cc check` would refuse the
// program. A link and `lambda-cc doctor` call this function, so that they agree.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_JUDGERUNTIME_H
#define LAMBDA_CC_VERIFY_JUDGERUNTIME_H

#include "Finding.h"
#include "Runtime.h"
#include "Target.h"
#include <optional>

namespace lambdacc {

/// Whether programs for `target` run on `runtime`, by their machine and libc.
bool fits(const Target &target, const Runtime &runtime);

/// The error for `target` if its programs do not run on `runtime`, the value of LAMBDA_CC_RUNTIME.
std::optional<Finding> judgeRuntime(const Target &target, const Runtime &runtime);

} // namespace lambdacc

#endif
