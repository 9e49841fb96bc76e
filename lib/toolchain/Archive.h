//===- Archive.h - The members of an archive of objects ---------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_ARCHIVE_H
#define LAMBDA_CC_TOOLCHAIN_ARCHIVE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBufferRef.h"

namespace lambdacc {

/// Calls `visit` with the name and the contents of each member, until it returns true. Stops at the first
/// broken member. The symbol table is not read: LLVM 19 follows a wrong offset in it out of the file.
void visitMembers(llvm::MemoryBufferRef buffer,
                  llvm::function_ref<bool(llvm::StringRef name, llvm::StringRef contents)> visit);

} // namespace lambdacc

#endif
