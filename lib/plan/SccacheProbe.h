//===- SccacheProbe.h - sccache's test for the identity of a compiler -----===//
//
// sccache identifies compilers by the bytes of their file and by __VERSION__ in a small test file
// (docs/requirements.md SC1, SC2). All our tools are the same file, so two targets would share objects.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_SCCACHEPROBE_H
#define LAMBDA_CC_PLAN_SCCACHEPROBE_H

#include "Plan.h"

namespace lambdacc {

/// Whether `cc` is exactly sccache's test: -E /tmp/sccacheXXXXXX/testfile.c.
bool isSccacheProbe(const CcInvocation &cc);

/// Adds all arguments of `plan` to __VERSION__. They represent the name of the tool and the environment.
void addIdentity(Plan &plan, const Toolchain &toolchain);

} // namespace lambdacc

#endif
