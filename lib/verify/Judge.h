//===- Judge.h - Would Lambda run it? -----------------------------------------===//
//
// What the system's loader would say of a program, said before the deploy. Where only some of the runtimes
// would, or where Lambda has something today that AWS doesn't promise, it is a warning.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_JUDGE_H
#define LAMBDA_CC_VERIFY_JUDGE_H

#include "Elf.h"
#include "Finding.h"
#include "Runtime.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace lambdacc {

/// What a file is judged for.
struct Destination {
  uint16_t machine = 0;                  ///< e_machine that it must have; 0 for any that Lambda has
  std::vector<const Runtime *> runtimes; ///< all that it should run on
  llvm::function_ref<bool(llvm::StringRef soname)> comesAlong; ///< whether it brings that library
  /// The file that the link took and that asks for `symbol`; null or "" where that isn't known.
  llvm::function_ref<std::string(llvm::StringRef symbol)> wantedBy = nullptr;
  /// The ifunc `symbol` that the link took, or any where that is ""; null or empty where it isn't known.
  llvm::function_ref<Ifunc(llvm::StringRef symbol)> ifuncNamed = nullptr;
};

/// What keeps `elf`, which messages call `file`, from running on any system of its target: another machine,
/// relocations that nothing applies. Such a program is no answer to a configure script, either. Nothing if
/// all is well.
std::vector<Finding> judgeCorrectness(llvm::StringRef file, const Elf &elf, const Destination &destination);

/// The same, and what depends on Lambda: libraries, versions, the loader, folders, the stack, alignment.
std::vector<Finding> judgeForLambda(llvm::StringRef file, const Elf &elf, const Destination &destination);

} // namespace lambdacc

#endif
