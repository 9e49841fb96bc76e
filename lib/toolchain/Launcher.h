//===- Launcher.h - The tools on Windows --------------------------------------===//
//
// A tool on Windows is a copy of a small program, shim/windows/Launcher.cpp, which runs `lambda-cc.exe as
// NAME`. It finds lambda-cc.exe by the file lambda-cc.path beside it, which `lambda-cc install` makes and
// which has the path in UTF-16; else in its own folder, or for the drop-in folder of a package in bin, which
// pip names Scripts.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_LAUNCHER_H
#define LAMBDA_CC_TOOLCHAIN_LAUNCHER_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <string>

namespace lambdacc {

constexpr llvm::StringLiteral launcherPathFile = "lambda-cc.path";

/// Whether `file` is a launcher, of any installation.
bool isLauncher(llvm::StringRef file, llvm::vfs::FileSystem &fs);

/// The lambda-cc.exe that the launcher `file` runs.
std::string launchedBy(llvm::StringRef file, llvm::vfs::FileSystem &fs);

/// `text` in UTF-16, little endian, as Windows has it in memory; "" if it is not UTF-8.
std::string asUtf16(llvm::StringRef text);

} // namespace lambdacc

#endif
