//===- Check.h - Would Lambda run what is deployed? ---------------------------===//
#ifndef LAMBDA_CC_DEPLOYMENT_CHECK_H
#define LAMBDA_CC_DEPLOYMENT_CHECK_H

#include "Finding.h"
#include "Package.h"
#include "Runtime.h"
#include <vector>

namespace lambdacc {

/// Where a package is deployed to.
struct Deployment {
  uint16_t machine; ///< e_machine of the function's architecture, or 0
  std::vector<Runtime> runtimes;
  std::vector<std::string> inLayers = {}; ///< the names of the libraries in layers of the function

  bool isImage() const { return runtimes.size() == 1 && runtimes.front().isImage(); }
};

/// The names in lib/ of the layer `file`, a .zip or folder. An error if it can't be read.
llvm::Expected<std::vector<std::string>> librariesInLayer(llvm::StringRef file);

/// The findings on `file`: a program, a shared library, or a .zip or folder of a function or a layer. A file
/// that can't be read is a finding, too.
std::vector<Finding> check(llvm::StringRef file, const Deployment &deployment);

/// The findings on `package`. They call it `name`.
std::vector<Finding> checkPackage(llvm::StringRef name, Package &package, const Deployment &deployment);

} // namespace lambdacc

#endif
