//===- Whose.h - Whether a file is one of our names -------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_WHOSE_H
#define LAMBDA_CC_TOOLCHAIN_WHOSE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <string>

namespace lambdacc {

enum class Whose {
  Ours,    ///< the running executable, by whatever links, or a script of ours that starts it
  Another, ///< a lambda-cc of another installation, or a copy
  Foreign,
};

/// `executable` is the real path of the running program. A file that can't be read is foreign.
Whose whose(llvm::StringRef file, llvm::StringRef executable);

/// The script that is what `name` as a link to `executable` would be, for folders that can't have links.
std::string scriptFor(llvm::StringRef executable, llvm::StringRef name);

/// Whether `file` is a script by scriptFor(), of whatever installation.
bool isScript(llvm::StringRef file, llvm::vfs::FileSystem &fs);

} // namespace lambdacc

#endif
