//===- Permissions.h - Who may run and write a file --------------------------===//
//
// Private to toolchain. On Windows every file may be a program, and the modes of files are not judged.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_PERMISSIONS_H
#define LAMBDA_CC_TOOLCHAIN_PERMISSIONS_H

#include "llvm/Support/VirtualFileSystem.h"

namespace lambdacc {

/// Whether this user can execute `file`, which has this `status`.
bool isExecutable(llvm::StringRef file, const llvm::vfs::Status &status, llvm::vfs::FileSystem &fs);

/// Why not, for a message.
std::string whyNotExecutable(llvm::StringRef file, const llvm::vfs::Status &status);

/// Whether another user can add files to a folder. These don't count as other users: root; the primary group,
/// which is private to its user where the umask is 002; and nobody, who owns root's files in a user
/// namespace. A user who can write can add files also where the sticky bit is set.
bool isWritableByOthers(const llvm::vfs::Status &folder);

} // namespace lambdacc

#endif
