//===- Runtime.h - The systems that Lambda runs functions on --------------===//
#ifndef LAMBDA_CC_TARGET_RUNTIME_H
#define LAMBDA_CC_TARGET_RUNTIME_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VersionTuple.h"
#include <string>

namespace lambdacc {

struct Runtime {
  llvm::StringLiteral name;  ///< as AWS writes it: "provided.al2"
  llvm::StringLiteral token; ///< in the names of tools: "al2"
  llvm::VersionTuple glibc;
  llvm::VersionTuple glibcxx; ///< of its libstdc++.so.6, as in GLIBCXX_3.4.24
  llvm::VersionTuple cxxabi;  ///< of the same, as in CXXABI_1.3.11
  llvm::VersionTuple gcc;     ///< of its libgcc_s.so.1, as in GCC_7.0.0
};

/// All runtimes, the oldest first.
llvm::ArrayRef<Runtime> runtimes();

/// The runtime with this name, or null.
const Runtime *findRuntime(llvm::StringRef name);

/// "provided.al2 and provided.al2023".
std::string joinWithAnd(llvm::ArrayRef<const Runtime *> runtimes);

/// The architecture of a function by AWS's name, x86_64 or arm64, and another machine by its own.
std::string architectureName(uint16_t machine);

/// Whether a runtime has a shared library.
enum class Presence {
  Absent,
  InImage,    ///< in the container image; AWS does not promise its contents, and functions in a zip have less
  Guaranteed, ///< libc, runtime libraries of the compiler, and libz: every program relies on them
};

/// Whether `runtime` has `soname`, for programs with the e_machine `machine`.
Presence presenceOf(llvm::StringRef soname, uint16_t machine, const Runtime &runtime);

} // namespace lambdacc

#endif
