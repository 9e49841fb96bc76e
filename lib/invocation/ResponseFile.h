//===- ResponseFile.h - Arguments in a file -------------------------------===//
//
// A command line that is too long for the system is passed as @file. There are two dialects.
//
// rustc writes `<tmp>/linker-arguments`: one argument per line, a backslash before each backslash and space,
// and no other escapes. A lone quote is a plain character, an empty line is an empty argument (measured with
// rustc 1.95: docs/requirements.md R39a).
//
// On Windows, for lld called as a linker, it writes each argument between double quotes, with a backslash
// before each double quote inside, and not before a backslash.
//
// All others (cmake, ninja, libtool, sccache) write GNU's dialect: white space separates arguments, quotes
// and backslashes escape.
//
// The files are only read. zig-based wrappers rewrite rustc's file in place, and a second reader then gets
// other arguments.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_INVOCATION_RESPONSEFILE_H
#define LAMBDA_CC_INVOCATION_RESPONSEFILE_H

#include "System.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/StringSaver.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace lambdacc {

/// The arguments of a call with response files expanded, and their storage.
struct ExpandedArgs {
  llvm::BumpPtrAllocator memory;
  llvm::StringSaver saver{memory};
  llvm::SmallVector<const char *, 0> argv;
  bool hasStream = false; ///< a response file was a pipe: the program that we exec would find it empty

  /// Fills `argv` with `args`, with each @file replaced by the arguments in it, recursively. If the file does
  /// not exist, the argument stays, as in libiberty and in clang: -o @out names a file, -rpath @loader_path a
  /// folder. Returns an error for a file that is unreadable, too large, or includes itself.
  llvm::Error expand(llvm::ArrayRef<const char *> args, llvm::vfs::FileSystem &fs);
};

/// Parses the text of rustc's `linker-arguments`.
llvm::SmallVector<const char *, 0> splitRustcArguments(llvm::StringRef contents, llvm::StringSaver &saver,
                                                       System host = hostSystem());

} // namespace lambdacc

#endif
