//===- Archive.h - The members of an archive of objects ---------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_ARCHIVE_H
#define LAMBDA_CC_TOOLCHAIN_ARCHIVE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <optional>

namespace lambdacc {

/// The size of a member, from its header, or nothing if that is broken.
std::optional<uint64_t> memberSize(const char *header);

/// The name of a member, from its header. "/12" there is an offset in the table of long names, the member
/// "//", in which "/\n" ends each.
llvm::StringRef memberName(const char *header, llvm::StringRef longNames);

/// Whether a member of this name is a table of symbols or of names, which only archivers and linkers read.
bool isTable(llvm::StringRef name);

/// Calls `visit` with the name and the contents of each member, until it returns true. Stops at the first
/// broken member. The symbol table is not read: LLVM 19 follows a wrong offset in it out of the file.
void visitMembers(llvm::MemoryBufferRef buffer,
                  llvm::function_ref<bool(llvm::StringRef name, llvm::StringRef contents)> visit);

} // namespace lambdacc

#endif
