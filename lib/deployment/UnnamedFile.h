//===- UnnamedFile.h - A file that nobody else sees -------------------------===//
#ifndef LAMBDA_CC_DEPLOYMENT_UNNAMEDFILE_H
#define LAMBDA_CC_DEPLOYMENT_UNNAMEDFILE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/ErrorOr.h"

namespace lambdacc {

/// The descriptor of a new file in `folder`, which is gone with its last descriptor, even if we are killed.
llvm::ErrorOr<int> unnamedFile(llvm::StringRef folder);

} // namespace lambdacc

#endif
