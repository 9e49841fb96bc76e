//===- Quoting.h - Arguments in a response file that we write ---------------===//
#ifndef LAMBDA_CC_PROCESS_QUOTING_H
#define LAMBDA_CC_PROCESS_QUOTING_H

#include "Toolchain.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace lambdacc {

/// How a program reads a backslash in a response file.
enum class Quoting {
  Gnu,    ///< it escapes the next character
  Windows ///< it escapes only a quote, and backslashes before a quote
};

/// The quoting that `program` reads on a Windows host. There ld.lld and LLVM's binutils read Windows quoting
/// by default; clang and the GNU programs read GNU quoting on all hosts.
Quoting quotingOnWindows(const Program &program);

/// `arg` as an argument in a response file.
std::string quoted(llvm::StringRef arg, Quoting quoting);

} // namespace lambdacc

#endif
