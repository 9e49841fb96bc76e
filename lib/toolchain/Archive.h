//===- Archive.h - What lies in an archive of objects -----------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_ARCHIVE_H
#define LAMBDA_CC_TOOLCHAIN_ARCHIVE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBufferRef.h"

namespace lambdacc {

/// Calls `visit` with the name and the contents of each member, until it returns true. Ends where the archive
/// is broken. Its symbol table is not for us: LLVM 19 follows one that is wrong out of the file.
void visitMembers(llvm::MemoryBufferRef buffer,
                  llvm::function_ref<bool(llvm::StringRef name, llvm::StringRef contents)> visit);

} // namespace lambdacc

#endif
