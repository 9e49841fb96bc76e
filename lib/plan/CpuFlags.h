//===- CpuFlags.h - rustc's names for a CPU, as clang's options -------------===//
#ifndef LAMBDA_CC_PLAN_CPUFLAGS_H
#define LAMBDA_CC_PLAN_CPUFLAGS_H

#include "Plan.h"
#include "RustFlags.h"

namespace lambdacc {

/// Adds what makes clang compile for the CPU that rustc was told. It stands before the caller's own words,
/// which win. What clang has no name for is left out, with a note: a compile for an older CPU runs, too.
void addCpu(Plan &plan, const RustCpu &cpu, const Target &target);

} // namespace lambdacc

#endif
