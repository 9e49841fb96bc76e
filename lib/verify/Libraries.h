//===- Libraries.h - Do a link's shared libraries fit the ceiling? ----------===//
//
// The sysroot's own libraries have nothing above the ceiling. A library of the caller's may need a newer
// glibc, and no linker checks that: the program would fail when it starts on Lambda.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_LIBRARIES_H
#define LAMBDA_CC_VERIFY_LIBRARIES_H

#include "Target.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include <vector>

namespace lambdacc {

/// The libraries of a link, as the caller's options name them.
struct Libraries {
  struct Named {
    llvm::StringRef name; ///< the argument of -l: "pq", ":libpq.so.5"
    bool mayBeShared;     ///< not after -Bstatic
  };
  std::vector<llvm::StringRef> files; ///< by path
  std::vector<Named> names;
  std::vector<llvm::StringRef> folders;     ///< the arguments of -L
  std::vector<llvm::StringRef> hostFolders; ///< the host's own among the caller's -L, which the link drops
};

/// Calls `visit` with the path of each library in the caller's own folders, archives and objects included,
/// until it returns true. A link can have 10,000 objects.
void visitFiles(const Libraries &libraries, llvm::function_ref<bool(llvm::StringRef file)> visit);

/// All these paths.
std::vector<std::string> filesOf(const Libraries &libraries);

/// The shared libraries among these.
std::vector<std::string> sharedLibraries(const Libraries &libraries);

/// For a glibc target: an error for the first shared library that needs, or is, a newer glibc than the
/// ceiling; and for -lcrypt if no folder of the caller's has it, because the sysroot has none.
llvm::Error checkLibraries(const Libraries &libraries, const Target &target);

} // namespace lambdacc

#endif
