//===- Runtime.h - What Lambda runs a function on ----------------------------===//
#ifndef LAMBDA_CC_TARGET_RUNTIME_H
#define LAMBDA_CC_TARGET_RUNTIME_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VersionTuple.h"
#include <string>

namespace lambdacc {

struct Runtime {
  llvm::StringLiteral name;  ///< as AWS and people write it: "provided.al2"
  llvm::StringLiteral token; ///< in the name of a tool: "al2"
  llvm::VersionTuple glibc;
  llvm::VersionTuple glibcxx; ///< of its libstdc++.so.6, as in GLIBCXX_3.4.24
  llvm::VersionTuple cxxabi;  ///< of the same, as in CXXABI_1.3.11
  llvm::VersionTuple gcc;     ///< of its libgcc_s.so.1, as in GCC_7.0.0
};

/// All of them, the oldest first.
llvm::ArrayRef<Runtime> runtimes();

/// The runtime of that name, or null.
const Runtime *findRuntime(llvm::StringRef name);

/// "provided.al2 and provided.al2023".
std::string joinWithAnd(llvm::ArrayRef<const Runtime *> runtimes);

/// Whether a runtime has a shared library.
enum class Presence {
  Absent,
  InImage, ///< in the container image, whose content AWS promises nobody, and more of it than functions in a
           ///< zip have
  Guaranteed, ///< of the libc, the compiler's runtimes and libz, which every program relies on
};

/// Of `soname`, for programs of the machine `e_machine`.
Presence presenceOf(llvm::StringRef soname, uint16_t machine, const Runtime &runtime);

} // namespace lambdacc

#endif
