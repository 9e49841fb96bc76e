//===- Folders.h - What a folder is, here and on Lambda -----------------------===//
//
// A path by itself says what is there only where it is one of a few: those in which the packages of the
// build machine lie, and those that a function sees. Spellings don't matter: /usr/lib/, //usr/lib and
// /usr/lib/../lib are one folder.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TARGET_FOLDERS_H
#define LAMBDA_CC_TARGET_FOLDERS_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace lambdacc {

/// `folder` without doubled slashes, dots and a slash at its end. Symbolic links are not looked at.
std::string plainFolder(llvm::StringRef folder);

/// Whether `folder` is one of the host's own: its distribution's packages, and what is installed beside them.
/// pkg-config, pg_config and the like of the host name them, and a linker takes what it finds there
/// (callers.md G24). Libraries for a target lie near by, in /usr/local/musl, below /opt/homebrew or in the
/// store of nix: what is not in the table is left to who reads its contents.
bool isHostFolder(llvm::StringRef folder);

/// Where on Lambda a folder is in which a program has its libraries looked for.
enum class Place {
  Nowhere, ///< on the machine that it was built on
  System,  ///< the runtime's own: presenceOf() says what it has
  Callers, ///< the function's, its layers', its image's or its file system's: what lies there is brought
};

/// Of an entry of RPATH or RUNPATH, or of -rpath.
Place placeOf(llvm::StringRef folder);

} // namespace lambdacc

#endif
