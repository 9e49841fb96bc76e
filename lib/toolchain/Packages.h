//===- Packages.h - The files that describe installed libraries -------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_PACKAGES_H
#define LAMBDA_CC_TOOLCHAIN_PACKAGES_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <string>

namespace lambdacc {

/// The archive of -l`name`, one of OwnLibraries.h, below the folder of a target's libraries:
/// openssl/lib/libssl.a.
std::string ownArchive(llvm::StringRef name);

/// Whether `libraries`, the folder of a target, has it.
bool hasOwnArchive(llvm::StringRef libraries, llvm::StringRef name, llvm::vfs::FileSystem &fs);

/// The file of pkg-config for `package` in the first of `folders` that has it, or "".
std::string findPackage(llvm::ArrayRef<std::string> folders, llvm::StringRef package,
                        llvm::vfs::FileSystem &fs);

/// The value of `Version:` in a file of pkg-config, or "".
std::string versionOfPackage(llvm::StringRef file);

/// The value of a macro that the header `file` defines in a line of its own, without quotes; or "".
std::string macroIn(llvm::StringRef file, llvm::StringRef macro);

} // namespace lambdacc

#endif
