//===- HostFacts.h - What differs between the hosts' systems ---------------===//
//
// The host is the machine that lambda-cc runs on: Linux, macOS or Windows. Targets are always Linux.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_HOST_HOSTFACTS_H
#define LAMBDA_CC_HOST_HOSTFACTS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace lambdacc {

/// The name of the system in messages: Linux, macOS or Windows.
llvm::StringRef hostName();

/// Whether a triple of ours can be the host's own. Build scripts and proc-macros have that triple. Only on
/// Linux.
bool isOwnTripleHost();

/// Whether `name` has a folder in it, and so is not looked up on PATH.
bool isPath(llvm::StringRef name);

/// The most bytes in a path.
size_t mostPathBytes();

/// Whether file modes are the permissions of a file. Not on Windows.
bool hasFileModes();

//===- Lists of folders ------------------------------------------------------===//

/// The folders in the value of PATH, or another variable of its form. Empty ones are left out.
std::vector<std::string> splitFolders(llvm::StringRef list);

/// The value of such a variable.
std::string joinFolders(llvm::ArrayRef<std::string> folders);

//===- Packages --------------------------------------------------------------===//

enum class PackageManager { Apt, Apk, Brew, Winget };

/// The package manager that advice names.
PackageManager packageManager();

/// The command that installs `what`, which is a row of the table of packages: clang, lld, llvm, pkgconf, gcc,
/// libpq-dev, libmariadb-dev, qemu-user-static (only for a Linux host), ccache or sccache.
std::string packageCommand(PackageManager manager, llvm::StringRef what);

/// The same for packageManager().
std::string packageCommand(llvm::StringRef what);

} // namespace lambdacc

#endif
