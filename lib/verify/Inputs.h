//===- Inputs.h - Are the objects of a link for the target? -------------------===//
//
// An object for another machine comes from a build script that ran the host's compiler. The linker names the
// object, too, but then prints each symbol that it should have defined as undefined.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_INPUTS_H
#define LAMBDA_CC_VERIFY_INPUTS_H

#include "LinkAdvice.h"
#include "Target.h"
#include "llvm/Support/Error.h"

namespace lambdacc {

/// What a linker can read.
struct Reader {
  llvm::StringRef path;
  bool ofRustc;      ///< rustc leaves LTO to it: it needs all bitcode. Else it may not need a bitcode member
  bool readsBitcode; ///< false for GNU's linkers, which need a plugin
  unsigned llvm;     ///< the major version of its LLVM; 0 if unknown, and then all bitcode is left to it
  FindCompilers compilers = noCompilers;
};

/// An error for the first of `files` that is, or as an archive contains, an object for another machine than
/// `target`, or bitcode of a newer LLVM than the linker's. Reads headers only. A file that can't be read, or
/// is of an unknown kind, is left to the linker.
llvm::Error checkInputs(llvm::ArrayRef<llvm::StringRef> files, const Target &target, const Reader &linker);

/// Whether `contents` are an ELF object for the machine, class and byte order of `target`.
bool isObjectOf(llvm::StringRef contents, const Target &target);

/// e_machine of `file`, or of the first object in it; 0 if it is not an ELF object or an archive of such, or
/// can't be read.
uint16_t machineOf(llvm::StringRef file);

/// The first of `files`, or of their members, that needs `symbol` from another object; "" if none does.
std::string findUser(llvm::ArrayRef<llvm::StringRef> files, llvm::StringRef symbol);

/// The first of `files`, or of their members, that defines `symbol`; "" if none does.
std::string findDefinition(llvm::ArrayRef<llvm::StringRef> files, llvm::StringRef symbol);

} // namespace lambdacc

#endif
