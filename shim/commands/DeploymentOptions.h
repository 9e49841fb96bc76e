//===- DeploymentOptions.h - Where a function is deployed to --------------===//
#ifndef LAMBDA_CC_SHIM_COMMANDS_DEPLOYMENTOPTIONS_H
#define LAMBDA_CC_SHIM_COMMANDS_DEPLOYMENTOPTIONS_H

#include "Check.h"
#include "TargetOptions.h"

namespace lambdacc {

std::vector<llvm::StringRef> architectureNames();

inline constexpr Option deployedOption = {
    .name = "--runtime",
    .value = "R",
    .help = "it is deployed to this runtime alone, or to an image or instances as "
            "in image:glibc2.36 and managed:c8g",
    .values = runtimeNames,
    .others = true};
inline constexpr Option archOption = {
    .name = "--arch", .value = "A", .help = "of the function", .values = architectureNames};

inline constexpr Option withOption = {
    .name = "--with", .value = "L", .help = "a layer of the function, a zip or folder; can be repeated"};

/// Where `arguments` deploy to. Without --runtime: to LAMBDA_CC_RUNTIME, or to each of runtimes().
llvm::Expected<Deployment> deploymentOf(const Session &session, const Arguments &arguments);

/// The warnings on the runtime that the user names, by --runtime or LAMBDA_CC_RUNTIME: AWS has ended its
/// support.
std::vector<Finding> checkRuntimes(const Session &session, const Arguments &arguments,
                                   const Deployment &deployment);

} // namespace lambdacc

#endif
