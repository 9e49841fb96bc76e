//===- ResponseFile.h - Arguments that stand in a file ----------------------===//
//
// A command line that is too long for the system reaches us as @file. There are two dialects.
//
// rustc writes `<tmp>/linker-arguments`: one argument a line, a backslash before each backslash and space,
// and nothing else escaped. A lone quote is just a quote, an empty line an empty argument (measured
// with 1.95: callers.md R39a).
//
// All others (cmake, ninja, libtool, sccache) write GNU's: white space separates, quotes and backslashes
// protect.
//
// The files are read and never changed: zig-based wrappers rewrite rustc's in place, and a second reader gets
// other arguments.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_INVOCATION_RESPONSEFILE_H
#define LAMBDA_CC_INVOCATION_RESPONSEFILE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/StringSaver.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace lambdacc {

/// The words of a call, and what keeps them alive.
struct ExpandedArgs {
  llvm::BumpPtrAllocator memory;
  llvm::StringSaver saver{memory};
  llvm::SmallVector<const char *, 0> argv;
  bool hasStream = false; ///< a response file was a pipe: whoever reads `argv` after us finds it empty

  /// Fills `list` with `argv`, each @file replaced by the arguments in it, nested ones too. An @word for
  /// which there is no file, but a file of that very name, is that file, as for libiberty. An error names a
  /// file that can't be read, that is too large or that includes itself.
  llvm::Error expand(llvm::ArrayRef<const char *> args, llvm::vfs::FileSystem &fs);
};

/// The arguments in the text of rustc's `linker-arguments`.
llvm::SmallVector<const char *, 0> splitRustcArguments(llvm::StringRef contents, llvm::StringSaver &saver);

} // namespace lambdacc

#endif
