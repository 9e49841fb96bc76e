//===- ChildArrays.h - argv and environment of a child, for execve ----------===//
//
// Private to process.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PROCESS_CHILDARRAYS_H
#define LAMBDA_CC_PROCESS_CHILDARRAYS_H

#include "llvm/ADT/ArrayRef.h"
#include <string>
#include <utility>
#include <vector>

namespace lambdacc {

/// Pointers to `strings`, which must outlive them, and a null pointer.
std::vector<char *> pointers(const std::vector<std::string> &strings);

/// `environment` without the variables `unset`, and with those of `set`.
std::vector<std::string> childEnvironment(char **environment,
                                          llvm::ArrayRef<std::pair<std::string, std::string>> set,
                                          llvm::ArrayRef<std::string> unset = {});

} // namespace lambdacc

#endif
