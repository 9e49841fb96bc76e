//===- Probe.h - Test links of configure scripts --------------------------===//
#ifndef LAMBDA_CC_LINK_PROBE_H
#define LAMBDA_CC_LINK_PROBE_H

#include "llvm/ADT/StringRef.h"

namespace lambdacc {

/// Whether `output` is the name that autoconf, libtool, CMake or Meson gives to the output of a test link.
/// The whole name must match: a user's program can be called output.elf.
bool isProbe(llvm::StringRef output);

} // namespace lambdacc

#endif
