//===- Owner.h - Whether a file is a lambda-cc ------------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_OWNER_H
#define LAMBDA_CC_TOOLCHAIN_OWNER_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <string>

namespace lambdacc {

enum class Owner {
  Ours,    ///< the running executable, by any links, or a script by scriptFor() that runs it
  Another, ///< another installation's lambda-cc, or a copy
  Foreign, ///< another program
};

/// `executable` is the real path of the running program. A file that can't be read is Foreign.
Owner ownerOf(llvm::StringRef file, llvm::StringRef executable);

/// A script that does what a link `name` to `executable` would do, for folders that can't have links.
std::string scriptFor(llvm::StringRef executable, llvm::StringRef name);

/// Whether `file` is a script by scriptFor(), of any installation.
bool isScript(llvm::StringRef file, llvm::vfs::FileSystem &fs);

} // namespace lambdacc

#endif
