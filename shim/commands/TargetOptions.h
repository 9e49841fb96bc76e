//===- TargetOptions.h - Options of several commands ------------------------===//
//
// --target and --runtime, and the installation that a command is about.
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
    .help = "for this target, with its glibc as in x86_64-unknown-linux-gnu.2.28; can be repeated",
    .values = targetNames,
    .others = true};
inline constexpr Option runtimeOption = {
    .name = "--runtime",
    .value = "R",
    .help = "for this runtime, or an image or instances as in image:glibc2.36 and managed:c8g",
    .values = runtimeNames,
    .others = true};

/// The runtime `name` of an option --runtime. An error is wrong usage.
llvm::Expected<std::optional<Runtime>> runtimeOfOption(llvm::StringRef name);

/// The targets that `arguments` name. Without any: all but the host's own triple, because cc-rs reads the
/// variables of that triple for the host's programs, too. A target without a version has the ceiling of
/// --runtime, or of the environment.
llvm::Expected<std::vector<Target>> requestedTargets(const Session &session, const Arguments &arguments);

/// Whether the tools need LAMBDA_CC_RUNTIME for the runtime of --runtime: the name of a tool has a glibc, but
/// no CPU, and not the libraries of an image.
bool needsVariable(const Runtime &runtime);

/// The target with the host's own triple, or null if Lambda does not run this machine's programs.
const Target *hostTarget(const Session &session);

/// The folder with bin/lambda-cc, as the caller named it, and its drop-in folder.
std::string prefixOf(const Session &session);
std::string dropInOf(const Session &session);

} // namespace lambdacc

#endif
