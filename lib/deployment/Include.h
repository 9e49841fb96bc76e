//===- Include.h - A file and its place in a package ---------------------------===//
#ifndef LAMBDA_CC_DEPLOYMENT_INCLUDE_H
#define LAMBDA_CC_DEPLOYMENT_INCLUDE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace lambdacc {

/// The value of --include: FILE, or FILE=PLACE. The last = separates them.
struct Include {
  std::string file;  ///< or a folder
  std::string place; ///< below the root, with slashes; "" for the place that its kind has
};

/// An error is wrong usage: a place that is not below the root. If PLACE ends with a slash, it is a folder,
/// in which the file keeps its name.
llvm::Expected<Include> parseInclude(llvm::StringRef value);

} // namespace lambdacc

#endif
