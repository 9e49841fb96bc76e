//===- CpuFlags.h - rustc's CPU as options of the compiler ----------------===//
#ifndef LAMBDA_CC_PLAN_CPUFLAGS_H
#define LAMBDA_CC_PLAN_CPUFLAGS_H

#include "CpuLevel.h"
#include "Plan.h"
#include "RustFlags.h"

namespace lambdacc {

/// Adds options so that the compiler compiles for rustc's CPU. If the caller passes -march or -mcpu itself,
/// only those apply: a mixture fits neither CPU. Names that the compiler does not know are dropped with a
/// note: code for an older CPU also runs.
void addCpu(Plan &plan, const CcInvocation &cc, const RustCpu &cpu, const Target &target,
            const Toolchain &toolchain);

/// Turns off in `cc` and `cpu` what the CPU includes and hosts of `floor` lack: see includedBeyond(). Only in
/// the option that decides, -mcpu= without -march=, or else in rustc's CPU. `hosts` names them in the note.
std::vector<Note> turnOffBeyond(CcInvocation &cc, RustCpu &cpu, const CpuFloor &floor, llvm::StringRef hosts,
                                llvm::StringSaver &saver);

} // namespace lambdacc

#endif
