//===- Trail.h - That a call does not run lambda-cc again and again --------===//
//
// What we run may run us: a wrapper that a variable names, a cache, the host's cc, a script in ld.lld's
// place. clang runs our ld and as, too, which comes to an end. So a call passes on which programs it has run,
// in LAMBDA_CC_TRIED. One that would be run a second time by way of us would be run without an end.
//
// A wrapper may unset that variable, or clear its environment with `env -i`. So the number of runs is also
// passed on in what neither changes.
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
