//===- Switches.h - Variables that take one of a few words ------------------===//
//
// Each is parsed into an enum, by the tools that read it and by `lambda-cc doctor`. An empty value means the
// same as an unset variable.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SETTINGS_SWITCHES_H
#define LAMBDA_CC_SETTINGS_SWITCHES_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace lambdacc {

/// LAMBDA_CC_VERIFY: what is done about a program that Lambda would reject.
enum class Verify { Error, Warn, Off };
llvm::Expected<Verify> parseVerify(llvm::StringRef value);

/// LAMBDA_CC_CPU: whether C is compiled for the CPU that rustc compiles for.
enum class FollowCpu { Auto, Off };
llvm::Expected<FollowCpu> parseFollowCpu(llvm::StringRef value);

/// LAMBDA_CC_CACHE: the program that keeps compiled objects. Auto is the first of them that is installed.
enum class Cache { Off, Auto, Ccache, Sccache };
llvm::Expected<Cache> parseCache(llvm::StringRef value);

} // namespace lambdacc

#endif
