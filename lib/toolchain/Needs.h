//===- Needs.h - What an invocation needs -----------------------------------===//
//
// lib/plan fills it in, and Find.h finds what it lists. These are plain values: lib/plan reads no files.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_NEEDS_H
#define LAMBDA_CC_TOOLCHAIN_NEEDS_H

#include "llvm/ADT/StringRef.h"
#include <vector>

namespace lambdacc {

/// What an invocation needs. Nothing else is searched for, because each search takes time.
struct Needs {
  bool compiler = false; ///< clang, or the GCC that LAMBDA_CC_GCC chooses
  bool version = false;  ///< the compiler's, for a profile
  bool cache = false;    ///< run it through the cache that LAMBDA_CC_CACHE sets, if any
  bool linker = false;
  llvm::StringRef linkerName = ""; ///< of -fuse-ld= or --ld-path=, or ""
  bool rustBitcode = false;        ///< rustc passes bitcode, because the linker does the LTO
  std::vector<llvm::StringRef> inputs =
      {}; ///< of the link; their paths may lead to a linker and start objects
  std::vector<llvm::StringRef> unwinderFolders = {}; ///< the -L folders of a link by rustc that has -lunwind
  bool libraryFolders = false;                       ///< the folders of the libraries that lambda-cc brings
  /// The libraries of a link that lambda-cc also brings, by their names after -l, and the -L folders.
  struct NamedLibrary {
    llvm::StringRef name;
    bool mayBeShared; ///< not after -Bstatic
  };
  std::vector<NamedLibrary> libraries = {};
  std::vector<llvm::StringRef> folders = {};
  bool mallocObject = false;               ///< the link names mimalloc.o
  std::vector<llvm::StringRef> tools = {}; ///< our own tools, by the part of the name after the triple: "ld"
  std::vector<llvm::StringRef> files = {}; ///< files that queries name: "libc.a"
};

} // namespace lambdacc

#endif
