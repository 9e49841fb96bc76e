//===- LinkerCommand.h - Parts of every link ------------------------------===//
//
// Shared by links that ld.lld makes alone and links that clang's driver makes. Private to plan.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_LINKERCOMMAND_H
#define LAMBDA_CC_PLAN_LINKERCOMMAND_H

#include "LinkerRules.h"
#include "Plan.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>

namespace lambdacc {

/// Plans a link with arguments for the linker only.
Plan planLinker(const LdInvocation &ld, const Target &target, const Toolchain &toolchain);

/// Adds the libraries of `ld` that lambda-cc also brings, and the folders in which the caller may have them.
void addLibraryNeeds(const LdInvocation &ld, Needs &needs);

/// Calls `add` with each argument that the linker gets for `arg`. Notes changes.
void applyLinkerRules(const LdArg &arg, const LinkContext &context, Plan &plan,
                      llvm::function_ref<void(llvm::StringRef)> add);

/// The path in the sysroot of `file`, if it is the bare name of a start object that the caller does not have.
std::optional<std::string> startObject(llvm::StringRef file, const Toolchain &toolchain, Plan &plan);

/// Adds -L<sysroot>/lib, after the caller's folders.
void addSysrootLibraries(Plan &plan, const Toolchain &toolchain);

} // namespace lambdacc

#endif
