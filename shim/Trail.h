//===- Trail.h - Stops a call that runs lambda-cc again and again ----------===//
//
// A program that a tool runs may run a tool again: a wrapper that a variable names, a cache, the host's cc, a
// script in ld.lld's place. clang runs our ld and as, too, but that ends. So each call passes on the programs
// that it has run, in LAMBDA_CC_TRIED. A tool that would run one of them again stops with an error.
//
// A wrapper may unset that variable, or clear the environment with `env -i`. So the number of runs is also
// passed on in the ignored signals, which neither changes.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SHIM_TRAIL_H
#define LAMBDA_CC_SHIM_TRAIL_H

#include "Providers.h"
#include "Session.h"

namespace lambdacc {

/// Adds `command`, which is about to run, to the trail in its environment. An error if this call has run it
/// before.
llvm::Error passOnTrail(const Session &session, Command &command);

/// The same for the cargo of the drop-in folder. All that cargo runs gets its environment, and a build script
/// may run cargo again: so no signal is ignored, and a repetition is an error only if it goes on. A wrapper
/// that clears its environment is not noticed.
struct CargoTrail {
  std::string tried;        ///< the programs that this call has run, joined as folders of PATH
  unsigned repetitions = 0; ///< how often all of them have run
};

/// Parses LAMBDA_CC_CARGO_TRIED.
CargoTrail parseCargoTrail(llvm::StringRef value);

/// The new value of that variable if `cargo` runs next.
llvm::Expected<std::string> passOnCargoTrail(CargoTrail trail, const NextCargo &cargo);

} // namespace lambdacc

#endif
