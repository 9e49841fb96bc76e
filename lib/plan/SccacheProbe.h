//===- SccacheProbe.h - What sccache takes for a compiler's identity --------===//
//
// sccache tells compilers apart by the bytes of their file and by the __VERSION__ that they give a small file
// of its own (requirements.md SC1, SC2). All our tools are one file, so two targets would share their objects.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_SCCACHEPROBE_H
#define LAMBDA_CC_PLAN_SCCACHEPROBE_H

#include "Plan.h"

namespace lambdacc {

/// Whether `cc` is sccache's question, and nothing else: -E /tmp/sccacheXXXXXX/testfile.c.
bool isSccacheProbe(const CcInvocation &cc);

/// Makes __VERSION__ say all that `plan` says so far: what the name of the tool and the environment stand
/// for.
void addIdentity(Plan &plan);

} // namespace lambdacc

#endif
