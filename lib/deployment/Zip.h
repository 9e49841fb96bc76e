//===- Zip.h - The bytes of a zip ---------------------------------------------===//
//
// The same files give the same bytes, whenever and on whichever host: each file has the time at which zip's
// calendar begins, and the mode that it is given here. The order is that of the paths.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_DEPLOYMENT_ZIP_H
#define LAMBDA_CC_DEPLOYMENT_ZIP_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace lambdacc {

/// A file to be packed.
struct ZipEntry {
  llvm::StringRef path; ///< below the root, with slashes
  unsigned mode;        ///< its permissions
  llvm::StringRef contents;
};

/// The zip of `entries`, each with another path. An error if the form can't hold one.
llvm::Expected<std::string> zipOf(std::vector<ZipEntry> entries);

} // namespace lambdacc

#endif
