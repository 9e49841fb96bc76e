//===- Find.h - From a target to its toolchain ------------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_FIND_H
#define LAMBDA_CC_TOOLCHAIN_FIND_H

#include "Needs.h"
#include "Providers.h"
#include "Target.h"
#include "Toolchain.h"

namespace lambdacc {

/// The part of the environment that decides which toolchain is found. shim/Session.cpp reads it once.
struct Settings {
  std::string executable;        ///< the real path of the running program
  std::vector<std::string> path; ///< the folders of PATH
  std::string clang;             ///< LAMBDA_CC_CLANG, or ""
  std::string lld;               ///< LAMBDA_CC_LLD, or ""
  std::string cache;             ///< LAMBDA_CC_CACHE, or ""
  std::string gcc;               ///< LAMBDA_CC_GCC, or ""
  std::string malloc = {};       ///< LAMBDA_CC_MALLOC, or ""
};

/// The toolchain of `target`, with what `needs` lists and nothing more. An error for the first part that is
/// missing, except that a missing tool of `needs.tools` has no row.
llvm::Expected<Toolchain> findToolchain(const Target &target, const Needs &needs, const Settings &settings,
                                        llvm::vfs::FileSystem &fs);

/// The lib/rustlib folders that contain any of `inputs`: they show which Rust runs the link.
std::vector<llvm::StringRef> rustLibraries(llvm::ArrayRef<llvm::StringRef> inputs,
                                           System host = hostSystem());

} // namespace lambdacc

#endif
