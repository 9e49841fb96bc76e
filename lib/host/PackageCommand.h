//===- PackageCommand.h - How people install a program ----------------------===//
#ifndef LAMBDA_CC_HOST_PACKAGECOMMAND_H
#define LAMBDA_CC_HOST_PACKAGECOMMAND_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace lambdacc {

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
