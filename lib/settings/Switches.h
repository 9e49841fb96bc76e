//===- Switches.h - Variables that take one of a few words ------------------===//
//
// Each is parsed once, into an enum, by the tools that read it. `lambda-cc doctor` runs the same parsers.
// An empty value means the same as an unset variable.
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

} // namespace lambdacc

#endif
