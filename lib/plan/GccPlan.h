//===- GccPlan.h - What a GCC gets in place of clang's options ------------===//
//
// LAMBDA_CC_GCC chooses a GCC for C and assembly. It gets our headers and no folder of its host's; a link
// with sources is gcc's driver, which runs our ld. Private to plan.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_GCCPLAN_H
#define LAMBDA_CC_PLAN_GCCPLAN_H

#include "Plan.h"

namespace lambdacc {

/// The error for a source that is neither C nor assembly, and for an option that only clang has.
llvm::Error refuseForGcc(const CcInvocation &cc, const Target &target, const Gcc &gcc);

/// Adds the headers of the sysroot, and the defaults that distributions' GCCs have in different ways.
void addGccOptions(Plan &plan, const CcInvocation &cc, const Target &target, const Toolchain &toolchain,
                   const RustCpu &cpu);

/// The same, and our ld as the linker.
void addGccLinkOptions(Plan &plan, const CcInvocation &cc, const Target &target, const Toolchain &toolchain,
                       const RustCpu &cpu);

/// `arg` as the compiler gets it: as written for clang, by GccRules.h for a GCC. Notes changes.
std::vector<std::string> argsForCompiler(const CcArg &arg, const Target &target, const Toolchain &toolchain,
                                         Plan &plan);

/// Adds -idirafter `folder`/include. Part of CcPlan.cpp, for both compilers.
void addLastHeaders(Plan &plan, const std::string &folder, llvm::StringRef why);
void noteDropped(Plan &plan, const CcArg &arg, llvm::StringRef why);

} // namespace lambdacc

#endif
