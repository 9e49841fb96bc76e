//===- Prefix.h - The folder of the installation -----------------------------===//
#ifndef LAMBDA_CC_SETUP_PREFIX_H
#define LAMBDA_CC_SETUP_PREFIX_H

#include "Find.h"

namespace lambdacc {

/// The folder with bin/lambda-cc, by the path that the caller used: `argv0`, as written or as found on PATH.
/// A link stays a link. So what is written for /opt/lambda-cc -> lambda-cc-0.1.0 is still right after an
/// upgrade to 0.2.0.
std::string prefixAsCalled(llvm::StringRef argv0, const Settings &settings);

} // namespace lambdacc

#endif
