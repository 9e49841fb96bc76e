//===- Links.h - The tools' names in a folder -------------------------------===//
#ifndef LAMBDA_CC_SETUP_LINKS_H
#define LAMBDA_CC_SETUP_LINKS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace lambdacc {

/// What a folder gets.
struct Names {
  std::vector<std::string> names;
  std::string executable; ///< what links lead to, and scripts start
  bool scripts;           ///< small files in their place, where links can't be made
  bool alone;             ///< the folder may hold nothing else
};

/// Makes `names` in `folder`, which is there, in place of those of an earlier time. An error
/// says what is in the way, and leaves no name that was not there before.
llvm::Error makeNames(llvm::StringRef folder, const Names &names);

} // namespace lambdacc

#endif
