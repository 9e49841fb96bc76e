//===- SpawnPosix.h - Calls that not every POSIX system has ----------------===//
//
// Private to process.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PROCESS_SPAWNPOSIX_H
#define LAMBDA_CC_PROCESS_SPAWNPOSIX_H

#include "SignalsPosix.h"
#include "Spawn.h"

namespace lambdacc {

/// Makes a pipe. A program inherits its ends only if it is passed them explicitly.
bool openPipe(int (&ends)[2]);

/// A descriptor that can be read when `child` has ended, or -1.
int openChild(pid_t child);

} // namespace lambdacc

#endif
