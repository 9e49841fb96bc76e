//===- Replace.h - Put a finished file in the place of another --------------===//
//
// On Windows a file that a program has open can't be replaced, unless that program permits it. An antivirus
// opens each new program for a moment, and often does not permit it.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_FILES_REPLACE_H
#define LAMBDA_CC_FILES_REPLACE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <system_error>

namespace lambdacc {

/// Renames `from` to `to`, whether or not that exists. On Windows, repeats it for five seconds while a
/// program has `to` open.
std::error_code replaceFile(const std::string &from, const std::string &to);

/// Whether a program has `file` open so that it can't be replaced. Only on Windows.
bool isHeldOpen(llvm::StringRef file);

/// Repeats `action` until it succeeds, for five seconds while a program has `file` open. Only Windows has it.
std::error_code whileHeldOpen(llvm::StringRef file, llvm::function_ref<std::error_code()> action);

} // namespace lambdacc

#endif
