//===- VerifyLink.h - What is said after a link -------------------------------===//
//
// A program that Lambda would reject fails the link, as one with an undefined symbol does: the deploy is
// later, and says less. LAMBDA_CC_VERIFY=warn leaves it at a warning, off looks at nothing.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SHIM_VERIFYLINK_H
#define LAMBDA_CC_SHIM_VERIFYLINK_H

#include "CheckLink.h"
#include "Finding.h"
#include "Session.h"

namespace lambdacc {

/// Whether the link of `output` is verified. One that a build script or a configure script asks, to see
/// whether it works, is not: any word on standard error may be a "no" to them.
bool isVerified(const Session &session, llvm::StringRef output);

/// Says what there is to say, as LAMBDA_CC_VERIFY would have it. Returns whether that was an error.
bool tell(const Session &session, std::vector<Finding> findings);

/// Carries out a link, and looks at its files where the linker has something to say. After one that failed
/// says what can be done about it; after one that worked what Lambda would say of its output. Whatever the
/// error is, no output is left, nor one of an earlier link. Returns the exit status.
int makeLink(const Session &session, Plan plan, const Making &making, const Toolchain &toolchain);

} // namespace lambdacc

#endif
