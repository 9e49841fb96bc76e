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
/// Windows' text for two errors has the program's name as an argument, and LLVM passes none.
inline std::string reasonOf(llvm::StringRef message) {
  if (message.ends_with("(0xC1)")) // ERROR_BAD_EXE_FORMAT
    return "it is not a program of Windows";
  if (message.ends_with("(0xD8)")) // ERROR_EXE_MACHINE_TYPE_MISMATCH
    return "it is a program for another machine";
  size_t end = message.rfind("': ");
  return message.substr(end == llvm::StringRef::npos ? 0 : end + 3).rtrim().str();
}

} // namespace lambdacc

#endif
