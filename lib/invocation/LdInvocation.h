//===- LdInvocation.h - The arguments of an ld call -----------------------===//
//
// Parses the command line of ld with the table in LdOptions.td. Also parses the arguments that cc passes to
// its linker, from -Wl, and as files.
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
  ldopt::ID option; ///< OPT_INPUT for a file, OPT_UNKNOWN if it is not in the table
  /// As the caller wrote it: one or more elements of its argv.
  llvm::SmallVector<llvm::StringRef, 2> spelling;
  llvm::StringRef value; ///< without the option's name, or ""
  bool shared = true;    ///< whether a library may be shared here: not after -Bstatic

  bool namesLibrary() const { return option == ldopt::OPT_l || option == ldopt::OPT_library; }
};

struct LdInvocation {
  std::vector<LdArg> args;
  bool lacksValue = false; ///< the last option lacks its value: the linker reports that

  bool has(ldopt::ID option) const;

  /// Whether the output is a relocatable object: -r, or GNU ld's other names for it.
  bool isRelocatable() const;

  /// The output's name. ld's default is a.out.
  llvm::StringRef output() const;

  /// All files, in order.
  std::vector<llvm::StringRef> inputs() const;

  /// -###: whether only to print the link.
  bool dryRun() const { return has(ldopt::OPT_hash_hash_hash); }
};

/// Parses `argv`, without the program's name and with response files expanded.
LdInvocation parseLd(llvm::ArrayRef<llvm::StringRef> argv);

/// Sets `shared` of each of `args`, which are all arguments of a link.
void markShared(std::vector<LdArg> &args);

} // namespace lambdacc

#endif
