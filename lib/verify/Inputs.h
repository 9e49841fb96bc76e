//===- Inputs.h - Is a link made of what the target runs? -------------------===//
//
// An object of another machine comes from a build script that ran the host's compiler. The linker names the
// object, too, but after it come the undefined symbols of everything that was not in it.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_INPUTS_H
#define LAMBDA_CC_VERIFY_INPUTS_H

#include "Target.h"
#include "llvm/Support/Error.h"

namespace lambdacc {

/// An error for the first of `files` that is, or as an archive holds, an object of another machine than
/// `target`. Only headers are read. What can't be read or isn't known is left to the linker.
llvm::Error checkInputs(llvm::ArrayRef<llvm::StringRef> files, const Target &target);

/// e_machine of `file`, or of the first object in it; 0 where it is no ELF object or archive of such, or
/// can't be read.
uint16_t machineOf(llvm::StringRef file);

} // namespace lambdacc

#endif
