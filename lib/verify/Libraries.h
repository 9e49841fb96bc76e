//===- Libraries.h - Do a link's shared libraries fit the ceiling? ----------===//
//
// The sysroot's own libraries can't exceed the ceiling: they have nothing above it. A library of the caller's
// own can, and a linker does not mind: what is missing is missed on Lambda, when the program starts.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_LIBRARIES_H
#define LAMBDA_CC_VERIFY_LIBRARIES_H

#include "Target.h"
#include "llvm/Support/Error.h"
#include <vector>

namespace lambdacc {

/// What a link takes libraries from, in the caller's words.
struct Libraries {
  struct Named {
    llvm::StringRef name; ///< after -l: "pq", ":libpq.so.5"
    bool mayBeShared;     ///< -Bstatic doesn't hold
  };
  std::vector<llvm::StringRef> files; ///< by path
  std::vector<Named> names;
  std::vector<llvm::StringRef> folders;     ///< after -L
  std::vector<llvm::StringRef> hostFolders; ///< the same, but the host's own: the link is without them
};

/// All of them that lie in the caller's own folders, archives and objects, too.
std::vector<std::string> filesOf(const Libraries &libraries);

/// The shared libraries among them that lie in the caller's own folders.
std::vector<std::string> sharedLibraries(const Libraries &libraries);

/// For a target of glibc's: an error for the first shared library that needs, or is, a newer glibc than the
/// ceiling; and for -lcrypt where no folder of the caller's has one, since the sysroot has none.
llvm::Error checkLibraries(const Libraries &libraries, const Target &target);

} // namespace lambdacc

#endif
