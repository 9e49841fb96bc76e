//===- Judge.h - Would Lambda run it? -----------------------------------------===//
//
// What the system's loader would reject, found before the deploy. It is a warning if only some of the
// runtimes reject it, or if it needs something that Lambda has today but AWS doesn't promise.
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
  uint16_t machine = 0;                  ///< the e_machine that it must have; 0 for any of Lambda's
  std::vector<const Runtime *> runtimes; ///< all runtimes that it should run on
  llvm::function_ref<bool(llvm::StringRef soname)> isDeployed; ///< whether the zip has that library
  /// Why files of that name in the zip, or a layer, are not it: lines of advice; null if there are none.
  llvm::function_ref<std::vector<std::string>(llvm::StringRef soname)> whyNotDeployed = nullptr;
  /// The input of the link that needs `symbol`; null, or "", if that isn't known.
  llvm::function_ref<std::string(llvm::StringRef symbol)> userOf = nullptr;
  /// The ifunc `symbol` of the link, or any ifunc if that is ""; null, or empty, if that isn't known.
  llvm::function_ref<Ifunc(llvm::StringRef symbol)> ifuncOf = nullptr;
};

/// Whether the runtimes have the loader that `elf` names. They do if it names none and needs none.
bool hasLoader(const Elf &elf, const Destination &destination);

/// What keeps `elf` from running on any system of its target: another machine, relocations that nothing
/// applies. A configure script's probe must not have these, either. `file` is its name in messages.
std::vector<Finding> judgeCorrectness(llvm::StringRef file, const Elf &elf, const Destination &destination);

/// The same, and what depends on Lambda: libraries, versions, the loader, folders, the stack, alignment.
std::vector<Finding> judgeForLambda(llvm::StringRef file, const Elf &elf, const Destination &destination);

} // namespace lambdacc

#endif
