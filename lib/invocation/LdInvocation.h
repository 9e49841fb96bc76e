//===- LdInvocation.h - What a linker is asked -----------------------------===//
//
// The command line of ld, taken apart with the table in LdOptions.td. It is also the second half of cc: what
// cc says to its linker, after -Wl, and as files, is read here too.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_INVOCATION_LDINVOCATION_H
#define LAMBDA_CC_INVOCATION_LDINVOCATION_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Option/Option.h"
#include <vector>

namespace lambdacc {

namespace ldopt {
enum ID {
  OPT_INVALID = 0,
#define OPTION(...) LLVM_MAKE_OPT_ID(__VA_ARGS__),
#include "LdOptions.inc"
#undef OPTION
};
} // namespace ldopt

struct LdArg {
  ldopt::ID option; ///< OPT_INPUT for a file, OPT_UNKNOWN for what is not in the table
  llvm::SmallVector<llvm::StringRef, 2> spelling; ///< as the caller wrote it; they point into its argv
  llvm::StringRef value;                          ///< without the option's name, or ""
  bool shared = true; ///< whether a library here may be a shared one: -Bstatic does not hold
};

struct LdInvocation {
  std::vector<LdArg> args;
  bool lacksValue = false; ///< ends in an option without its value: the linker has to say so

  bool has(ldopt::ID option) const;

  /// Whether an object is made of objects: -r, and what GNU ld calls that else.
  bool isRelocatable() const;

  /// The output's name; ld's default is a.out.
  llvm::StringRef output() const;

  /// Every file, in order.
  std::vector<llvm::StringRef> inputs() const;

  /// Whether it was asked for the link on standard error, not on the disk.
  bool dryRun() const { return has(ldopt::OPT_hash_hash_hash); }
};

/// Takes `argv`, without the program's name and with response files expanded, apart.
LdInvocation parseLd(llvm::ArrayRef<llvm::StringRef> argv);

/// Sets `shared` of each of `args`, which are all of a link.
void markShared(std::vector<LdArg> &args);

} // namespace lambdacc

#endif
