//===- VerifyLink.h - What is said after a link -------------------------------===//
//
// A program that Lambda would reject fails the link, as one with an undefined symbol does: the deploy is
// later, and says less. LAMBDA_CC_VERIFY=warn leaves it at a warning, off looks at nothing.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SHIM_VERIFYLINK_H
#define LAMBDA_CC_SHIM_VERIFYLINK_H

#include "Finding.h"
#include "LdInvocation.h"
#include "Session.h"

namespace lambdacc {

/// Whether the link of `output` is verified. One that a build script or a configure script asks, to see
/// whether it works, is not: any word on standard error may be a "no" to them.
bool isVerified(const Session &session, llvm::StringRef output);

/// Says what there is to say, as LAMBDA_CC_VERIFY would have it. Returns whether that was an error.
bool tell(const Session &session, std::vector<Finding> findings);

/// A link that was made, or was not.
struct Linked {
  llvm::StringRef output;
  const LdInvocation &words;
  llvm::StringRef sysroot;
};

/// After a link that failed says what can be done about it; after one that worked what Lambda would say of
/// its output, and removes that if it is an error. Returns the exit status.
int endLink(const Session &session, const Linked &link, const Finished &linker);

} // namespace lambdacc

#endif
