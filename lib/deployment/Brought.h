//===- Brought.h - The libraries that a package brings ------------------------===//
#ifndef LAMBDA_CC_DEPLOYMENT_BROUGHT_H
#define LAMBDA_CC_DEPLOYMENT_BROUGHT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include <string>

namespace lambdacc {

/// The files of a package, among which Lambda's loader finds libraries.
class Brought {
public:
  /// `path` is below the root of the package, with slashes.
  void add(llvm::StringRef path);

  /// Whether the loader finds `soname` in the package for its file `user`, which has `folders` as RPATH and
  /// RUNPATH.
  bool has(llvm::StringRef soname, llvm::StringRef user, llvm::ArrayRef<std::string> folders) const;

private:
  llvm::StringSet<> paths;
  llvm::StringSet<> names; ///< of those that LD_LIBRARY_PATH finds
};

} // namespace lambdacc

#endif
