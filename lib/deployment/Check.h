//===- Check.h - Would Lambda run what is deployed? ---------------------------===//
#ifndef LAMBDA_CC_DEPLOYMENT_CHECK_H
#define LAMBDA_CC_DEPLOYMENT_CHECK_H

#include "Brought.h"
#include "Finding.h"
#include "Package.h"
#include "Runtime.h"
#include <optional>
#include <vector>

namespace lambdacc {

/// Where a package is deployed to.
struct Deployment {
  uint16_t machine; ///< e_machine of the function's architecture, or 0
  std::vector<Runtime> runtimes;
  Brought layers = {};    ///< the files of the function's layers
  uint64_t layerSize = 0; ///< of these, unpacked, in bytes

  bool isImage() const { return runtimes.size() == 1 && runtimes.front().isImage(); }
};

/// Adds the layer `file`, a .zip or folder. An error if it can't be read.
llvm::Error addLayer(llvm::StringRef file, Deployment &deployment);

/// The findings on `file`: a program, a shared library, or a .zip or folder of a function or a layer. A file
/// that can't be read is a finding, too.
std::vector<Finding> check(llvm::StringRef file, const Deployment &deployment);

/// The finding on a zip of `size` bytes, if it is too large to be uploaded to Lambda itself.
std::optional<Finding> judgeUpload(llvm::StringRef name, uint64_t size);

/// The findings on `package`. They call it `name`. Without `root` its files show what it is.
std::vector<Finding> checkPackage(llvm::StringRef name, Package &package, const Deployment &deployment,
                                  std::optional<Root> root = std::nullopt);

} // namespace lambdacc

#endif
