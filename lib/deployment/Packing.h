//===- Packing.h - What is in a package that we make ---------------------------===//
//
// A package has the files that the caller names, and the shared libraries that these need and a runtime may
// lack. They are searched for as the loader does by RPATH and RUNPATH, beside the file that needs them, and
// in folders that the caller names. Other folders with the build machine's own libraries are not searched,
// even if a packed file comes from one: those may need a newer glibc than Lambda has. The contents are judged
// as `lambda-cc check` judges them.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_DEPLOYMENT_PACKING_H
#define LAMBDA_CC_DEPLOYMENT_PACKING_H

#include "Check.h"
#include "Include.h"

namespace lambdacc {

enum class PackageKind {
  Function,  ///< a program as bootstrap
  Layer,     ///< programs in bin/, libraries in lib/
  Extension, ///< the same with programs in extensions/
};

struct PackingRequest {
  PackageKind kind = PackageKind::Function;
  std::vector<std::string> files; ///< programs and shared libraries
  std::vector<Include> includes;
  std::vector<std::string> folders; ///< to search libraries in
  Deployment deployment = {0, {}};  ///< the machine 0 is that of the first file
};

/// A file of the package.
struct Piece {
  std::string place; ///< below the root, with slashes
  std::string file;  ///< that it is read from
  unsigned mode;     ///< 0755 or 0644, whatever the file has: Windows has no modes
  std::unique_ptr<llvm::MemoryBuffer> contents;
};

struct Packing {
  std::vector<Piece> pieces;
  std::vector<Finding> findings;
};

/// The package that `request` describes. Findings call it `name`.
Packing packingOf(llvm::StringRef name, const PackingRequest &request);

} // namespace lambdacc

#endif
