//===- Check.h - Would Lambda run what is deployed? ---------------------------===//
#ifndef LAMBDA_CC_DEPLOYMENT_CHECK_H
#define LAMBDA_CC_DEPLOYMENT_CHECK_H

#include "Finding.h"
#include "Package.h"
#include "Runtime.h"
#include <vector>

namespace lambdacc {

/// What it is to be deployed to.
struct Deployment {
  uint16_t machine; ///< e_machine of the function's architecture, or 0
  std::vector<const Runtime *> runtimes;
};

/// What there is to say of `file`: a program, a shared library, a .zip or a folder of a function or a layer.
/// One that can't be read is a finding, too.
std::vector<Finding> check(llvm::StringRef file, const Deployment &deployment);

/// What there is to say of `package`, which the findings call `name`.
std::vector<Finding> checkPackage(llvm::StringRef name, Package &package, const Deployment &deployment);

} // namespace lambdacc

#endif
