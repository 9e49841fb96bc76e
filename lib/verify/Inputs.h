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

/// The linker, as far as it matters to what it can read.
struct Reader {
  llvm::StringRef path;
  bool ofRustc; ///< rustc leaves its LTO to it, so that all bitcode is for it; else a member may be needed by
                ///< nothing
  bool readsBitcode; ///< GNU's linkers don't by themselves
  unsigned llvm;     ///< the major version of its LLVM; 0 where that isn't known, and all is left to it
};

/// An error for the first of `files` that is, or as an archive holds, an object of another machine than
/// `target`, or bitcode of a newer LLVM than the linker's. Only headers are read. What can't be read or isn't
/// known is left to the linker.
llvm::Error checkInputs(llvm::ArrayRef<llvm::StringRef> files, const Target &target, const Reader &linker);

/// Whether `contents` are an ELF object of `target`, of its class and byte order, too.
bool isObjectOf(llvm::StringRef contents, const Target &target);

/// e_machine of `file`, or of the first object in it; 0 where it is no ELF object or archive of such, or
/// can't be read.
uint16_t machineOf(llvm::StringRef file);

/// The first of `files`, or of their members, that takes `symbol` from another; "" if none does.
std::string wants(llvm::ArrayRef<llvm::StringRef> files, llvm::StringRef symbol);

} // namespace lambdacc

#endif
