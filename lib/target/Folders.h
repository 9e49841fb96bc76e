//===- Folders.h - Folders of the build machine and of Lambda -------------===//
//
// A path alone shows its contents only if it is one of a few: the package folders of the build machine, or
// the folders of a function. Spellings do not matter: /usr/lib/, //usr/lib and /usr/lib/../lib are the same
// folder.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TARGET_FOLDERS_H
#define LAMBDA_CC_TARGET_FOLDERS_H

#include "System.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace lambdacc {

/// `folder` without doubled slashes, dots, and a trailing slash; on Windows with slashes only. Symbolic links
/// are not resolved.
std::string plainFolder(llvm::StringRef folder, System host = hostSystem());

/// Whether `folder` contains the host's own libraries or headers: packages of its distribution, or installed
/// beside them. The host's pkg-config, pg_config and the like print these folders, and a linker uses what it
/// finds there (docs/requirements.md G24). Libraries for a target can be nearby: in /usr/local/musl, below
/// /opt/homebrew, or in the store of nix. So other folders are not excluded; their files are checked instead.
bool isHostFolder(llvm::StringRef folder, System host = hostSystem());

/// Whether `folder` has the headers of one package of the host, as /usr/include/python3.11 has.
bool isHostPackage(llvm::StringRef folder);

/// Whether `folder` has the host's own files of pkg-config, as /usr/lib/pkgconfig has.
bool isHostPkgConfig(llvm::StringRef folder);

/// Where a library folder of a program is on Lambda.
enum class Place {
  Nowhere, ///< only on the build machine
  System,  ///< the runtime's own; presenceOf() lists its libraries
  Callers, ///< part of the function, its layers, its image or its file system: what is there was deployed
};

/// For an entry of RPATH or RUNPATH, or for -rpath.
Place placeOf(llvm::StringRef folder);

} // namespace lambdacc

#endif
