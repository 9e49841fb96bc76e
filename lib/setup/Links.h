//===- Links.h - The tools' names in a folder -------------------------------===//
#ifndef LAMBDA_CC_SETUP_LINKS_H
#define LAMBDA_CC_SETUP_LINKS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace lambdacc {

/// The names that a folder gets.
struct Names {
  std::vector<std::string> names;
  std::string executable; ///< the target of links, and the program that scripts start
  bool scripts;           ///< scripts in place of links, for file systems without links
  bool alone;             ///< the folder may hold nothing else
};

/// Makes `names` in `folder`, which exists. Names of an earlier install are replaced. After an error the
/// folder has no name that it did not have before.
llvm::Error makeNames(llvm::StringRef folder, const Names &names);

} // namespace lambdacc

#endif
