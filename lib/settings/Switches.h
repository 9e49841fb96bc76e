//===- Switches.h - Variables with a few possible values ------------------===//
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

/// LAMBDA_CC_VERIFY: whether a program that Lambda would reject is an error, a warning, or not checked.
enum class Verify { Error, Warn, Off };
llvm::Expected<Verify> parseVerify(llvm::StringRef value);

/// LAMBDA_CC_CPU: whether C is compiled for the same CPU as rustc's code.
enum class FollowCpu { Auto, Off };
llvm::Expected<FollowCpu> parseFollowCpu(llvm::StringRef value);

/// LAMBDA_CC_CACHE: the compiler cache, or what sends compiles to other machines. Auto selects the first
/// cache that is installed.
enum class Cache { Off, Auto, Ccache, Sccache, Distcc, Icecc };
llvm::Expected<Cache> parseCache(llvm::StringRef value);

/// LAMBDA_CC_MALLOC: the malloc of programs for musl.
enum class Malloc { Libc, Mimalloc };
llvm::Expected<Malloc> parseMalloc(llvm::StringRef value);

/// LAMBDA_CC_CARGO: whether the drop-in's cargo adds variables.
enum class CargoVariablesAdded { Auto, Off };
llvm::Expected<CargoVariablesAdded> parseCargo(llvm::StringRef value);

} // namespace lambdacc

#endif
