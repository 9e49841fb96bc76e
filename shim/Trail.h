//===- Trail.h - That a call does not run lambda-cc again and again --------===//
//
// What we run may run us: a wrapper that a variable names, a cache, the host's cc, a script in ld.lld's
// place. clang does so as well, for a link and for assembly, and that ends. So a call passes on which
// programs it has run, in LAMBDA_CC_TRIED. A program that is run a second time by way of us would be run
// without an end.
//
// A wrapper may clear that variable, with `env -i` too. So a call counts how often it ran us in what programs
// leave as it is.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SHIM_TRAIL_H
#define LAMBDA_CC_SHIM_TRAIL_H

#include "Session.h"

namespace lambdacc {

/// Adds `command`, which is about to be run, to the trail that it gets. An error if this call has run it
/// before.
llvm::Error passOnTrail(const Session &session, Command &command);

} // namespace lambdacc

#endif
