//===- HostCc.h - Running the host's own compiler ---------------------------===//
#ifndef LAMBDA_CC_SHIM_HOSTCC_H
#define LAMBDA_CC_SHIM_HOSTCC_H

#include "Session.h"

namespace lambdacc {

/// The host's e_machine, or 0 if it runs no program of a target: it is not Linux, or another machine.
uint16_t hostMachine();

/// Whether PATH has no pkg-config, which <triple>-pkg-config runs.
bool lacksPkgConfig(const Session &session);

/// Whether this machine has our OpenSSL for `target`, and no pkg-config that finds it.
bool needsOpensslFolder(const Session &session, const Target &target);

/// The triple of what is built for the host, in Rust's spelling; "" if it is unknown. rustc puts its own
/// folder before PATH for a linker, and cargo sets HOST for a build script. Elsewhere it is that of the
/// system.
std::string hostTriple(const Session &session);

/// The triple of the host's system, or "" if Lambda does not run its programs.
llvm::StringRef systemTriple();

/// The host's own program: the first `name` (cc, c++, ar, …) on PATH that is not lambda-cc. `package`, a row
/// of packageCommand(), has it.
llvm::Expected<HostCc> findHostCc(const Session &session, llvm::StringRef name,
                                  llvm::StringRef package = "gcc");

/// Execs `host` with the caller's arguments. `why` is the reason that -### prints. Returns the exit status if
/// that fails.
int execHostCc(const Session &session, const HostCc &host, llvm::StringRef why, bool dryRun);

} // namespace lambdacc

#endif
