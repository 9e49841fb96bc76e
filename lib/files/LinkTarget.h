//===- LinkTarget.h - The contents of a symbolic link ---------------------===//
#ifndef LAMBDA_CC_FILES_LINKTARGET_H
#define LAMBDA_CC_FILES_LINKTARGET_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace lambdacc {

/// The path in the symbolic link `file`, as it is written there; on Windows the file that it leads to. "" if
/// `file` is not a link. LLVM 19 only follows links.
std::string linkTarget(llvm::StringRef file);

} // namespace lambdacc

#endif
