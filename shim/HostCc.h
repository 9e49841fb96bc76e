//===- HostCc.h - Becoming the host's own compiler --------------------------===//
#ifndef LAMBDA_CC_SHIM_HOSTCC_H
#define LAMBDA_CC_SHIM_HOSTCC_H

#include "Session.h"

namespace lambdacc {

/// e_machine of what the host runs, or 0 where that is none of our targets'.
uint16_t hostMachine();

/// The host's own cc or c++, if PATH has one that is not us.
llvm::Expected<HostCc> findHostCc(const Session &session, llvm::StringRef name);

/// Becomes `host`, with the caller's words. `why` it is for the host.
int becomeHostCc(const Session &session, const HostCc &host, llvm::StringRef why, bool dryRun);

} // namespace lambdacc

#endif
