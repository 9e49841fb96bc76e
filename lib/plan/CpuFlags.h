//===- CpuFlags.h - rustc's names for a CPU, as clang's options -------------===//
#ifndef LAMBDA_CC_PLAN_CPUFLAGS_H
#define LAMBDA_CC_PLAN_CPUFLAGS_H

#include "Plan.h"
#include "RustFlags.h"

namespace lambdacc {

/// Adds what makes clang compile for the CPU that rustc was told. Where the caller says -march or -mcpu
/// itself, that is all it gets: a mixture is neither CPU. What clang has no name for is left out, with a
/// note: a compile for an older CPU runs, too.
void addCpu(Plan &plan, const CcInvocation &cc, const RustCpu &cpu, const Target &target);

} // namespace lambdacc

#endif
