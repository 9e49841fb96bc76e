//===- LinkerCommand.h - What every link has, whoever runs the linker ---------===//
//
// Shared by a link that is ld.lld's alone and one that clang's driver does: private to plan.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_LINKERCOMMAND_H
#define LAMBDA_CC_PLAN_LINKERCOMMAND_H

#include "LinkerRules.h"
#include "Plan.h"
#include <optional>

namespace lambdacc {

/// A link whose words are all the linker's.
Plan planLinker(const LdInvocation &ld, const Target &target, const Toolchain &toolchain);

/// What the linker is told for `arg`; a note says what was changed.
llvm::SmallVector<std::string, 2> applyLinkerRules(const LdArg &arg, const LinkContext &context, Plan &plan);

/// Where `file` lies, if it is a start object that the caller named without a folder and has not.
std::optional<std::string> startObject(llvm::StringRef file, const Toolchain &toolchain, Plan &plan);

/// -L<sysroot>/lib, after the caller's.
void addSysrootLibraries(Plan &plan, const Toolchain &toolchain);

} // namespace lambdacc

#endif
