//===- LinkAdvice.h - What to do about a link that failed ---------------------===//
//
// A linker names a library or a symbol. What its user can change is a crate's feature, a variable, a ceiling.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_ADVICE_LINKADVICE_H
#define LAMBDA_CC_ADVICE_LINKADVICE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace lambdacc {

struct FailedLink {
  llvm::StringRef messages;                 ///< what the linker said
  std::vector<llvm::StringRef> inputs;      ///< the files of the link
  std::vector<llvm::StringRef> hostFolders; ///< of -L, that were left out
  llvm::StringRef triple;
  bool musl;
  /// What machine a file of the link is for, in words; "" where it is the target's or isn't known.
  llvm::function_ref<std::string(llvm::StringRef file)> otherMachine;
  /// The version that glibc brought a symbol in, if that is above the ceiling; else "".
  llvm::function_ref<std::string(llvm::StringRef symbol)> newerGlibc;
};

/// Who compiled an object for another machine than that of `triple`.
std::string whoCompiled(llvm::StringRef triple);

/// Lines to stand below the linker's messages; none where there is nothing to add.
std::vector<std::string> adviceOnLink(const FailedLink &link);

} // namespace lambdacc

#endif
