//===- CpuFlags.h - rustc's CPU as options of the compiler ----------------===//
#ifndef LAMBDA_CC_PLAN_CPUFLAGS_H
#define LAMBDA_CC_PLAN_CPUFLAGS_H

#include "Plan.h"
#include "RustFlags.h"

namespace lambdacc {

/// Adds options so that the compiler compiles for rustc's CPU. If the caller passes -march or -mcpu itself,
/// only those apply: a mixture fits neither CPU. Names that the compiler does not know are dropped with a
/// note: code for an older CPU also runs.
void addCpu(Plan &plan, const CcInvocation &cc, const RustCpu &cpu, const Target &target,
            const Toolchain &toolchain);

} // namespace lambdacc

#endif
