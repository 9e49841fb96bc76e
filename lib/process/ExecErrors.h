//===- ExecErrors.h - Why a command does not run ----------------------------===//
//
// The exit statuses are those of env(1).
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PROCESS_EXECERRORS_H
#define LAMBDA_CC_PROCESS_EXECERRORS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace lambdacc {

constexpr int noProgram = 127, notRun = 126;

/// No folder of `folders` has the program `name`, or the file of that path does not exist.
llvm::Error programNotFound(llvm::StringRef name, llvm::ArrayRef<std::string> folders);

/// On Linux, if `file` is a program for another machine than ours: a line that names both. Else "".
std::string foreignMachine(llvm::StringRef file);

/// `file` exists and does not run.
llvm::Error cannotExecute(llvm::StringRef file, llvm::StringRef why, int status = notRun);

} // namespace lambdacc

#endif
