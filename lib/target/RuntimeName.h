//===- RuntimeName.h - The runtime that a user names ----------------------===//
//
// --runtime and LAMBDA_CC_RUNTIME take more than the runtimes of AWS: a container image, of which only the
// libc counts, and Managed Instances, of which the CPU counts.
//
//   provided.al2023     a row of runtimes()
//   image:glibc2.36     an image with that glibc
//   image:musl          an image with musl
//   managed:c8g         Lambda Managed Instances of that family, or with that CPU: managed:neoverse-v2
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TARGET_RUNTIMENAME_H
#define LAMBDA_CC_TARGET_RUNTIMENAME_H

#include "Runtime.h"
#include <vector>

namespace lambdacc {

/// The runtime with this name, or none. It keeps `name`.
std::optional<Runtime> findRuntime(llvm::StringRef name);

/// Why there is no runtime `name`, and what to write instead: the evidence of an error.
std::vector<std::string> whyNoRuntime(llvm::StringRef name);

} // namespace lambdacc

#endif
