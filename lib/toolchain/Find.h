//===- Find.h - From a target to its toolchain ------------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_FIND_H
#define LAMBDA_CC_TOOLCHAIN_FIND_H

#include "Needs.h"
#include "Providers.h"
#include "Target.h"
#include "Toolchain.h"

namespace lambdacc {

/// What of the environment decides which toolchain is found. shim/ reads it, once.
struct Settings {
  std::string executable;        ///< the real path of the running program
  std::vector<std::string> path; ///< the folders of PATH
  std::string clang;             ///< LAMBDA_CC_CLANG, or ""
  std::string lld;               ///< LAMBDA_CC_LLD, or ""
  std::string cache;             ///< LAMBDA_CC_CACHE, or ""
};

llvm::Expected<Toolchain> findToolchain(const Target &target, const Needs &needs, const Settings &settings,
                                        llvm::vfs::FileSystem &fs);

/// The folders lib/rustlib that the paths of `inputs` lie in: whose Rust it is that links.
std::vector<llvm::StringRef> rustLibraries(llvm::ArrayRef<llvm::StringRef> inputs);

} // namespace lambdacc

#endif
