//===- WindowsProgram.h - What LLVM's functions for programs take and return ===//
//
// Private to process, on Windows.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PROCESS_WINDOWSPROGRAM_H
#define LAMBDA_CC_PROCESS_WINDOWSPROGRAM_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace lambdacc {

inline std::vector<llvm::StringRef> references(const std::vector<std::string> &strings) {
  return {strings.begin(), strings.end()};
}

/// The reason in a message of LLVM: "Couldn't execute program 'a': The system cannot find the file …".
inline std::string reasonOf(llvm::StringRef message) {
  size_t end = message.rfind("': ");
  return message.substr(end == llvm::StringRef::npos ? 0 : end + 3).rtrim().str();
}

} // namespace lambdacc

#endif
