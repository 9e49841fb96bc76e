//===- TargetOptions.h - The targets that a person names --------------------===//
//
// What several commands have in common: --target, --runtime, and the installation that they speak of.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SHIM_COMMANDS_TARGETOPTIONS_H
#define LAMBDA_CC_SHIM_COMMANDS_TARGETOPTIONS_H

#include "Arguments.h"

namespace lambdacc {

std::vector<llvm::StringRef> targetNames();
std::vector<llvm::StringRef> runtimeNames();

inline constexpr Option targetOption = {
    .name = "--target",
    .value = "T",
    .help = "for this target, with its glibc as in x86_64-unknown-linux-gnu.2.28; may be said again",
    .values = targetNames,
    .others = true};
inline constexpr Option runtimeOption = {
    .name = "--runtime", .value = "R", .help = "for the glibc of this runtime", .values = runtimeNames};

/// Those that `arguments` name, or all where none is, but not the host's own: cc-rs takes the variables of
/// that triple for what it builds for the host, too. One without a version has the ceiling of --runtime, or
/// of the environment.
llvm::Expected<std::vector<Target>> targetsAskedFor(const Session &session, const Arguments &arguments);

/// The folder that bin/lambda-cc lies in.
llvm::StringRef prefixOf(const Session &session);

} // namespace lambdacc

#endif
