//===- Folder.h - The folder of a file ------------------------------------===//
#ifndef LAMBDA_CC_FILES_FOLDER_H
#define LAMBDA_CC_FILES_FOLDER_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace lambdacc {

/// The folder of `file`, "." if its path has none.
std::string folderOf(llvm::StringRef file);

} // namespace lambdacc

#endif
