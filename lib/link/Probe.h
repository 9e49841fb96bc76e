//===- Probe.h - Links that a configure script tries ------------------------===//
#ifndef LAMBDA_CC_LINK_PROBE_H
#define LAMBDA_CC_LINK_PROBE_H

#include "llvm/ADT/StringRef.h"

namespace lambdacc {

/// Whether autoconf, CMake or Meson gives an output this name to see whether a link works. The name is
/// compared whole: a program of a person's may be called output.elf.
bool isProbe(llvm::StringRef output);

} // namespace lambdacc

#endif
