//===- Objects.h - The objects in a file of a link ---------------------------===//
//
// A file of a link is an object or an archive of objects. A visitor gets each object with the name of its
// member, which is "" for a file that is not an archive. Only regular files are read.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_OBJECTS_H
#define LAMBDA_CC_VERIFY_OBJECTS_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace lambdacc {

using ObjectVisitor = llvm::function_ref<bool(llvm::StringRef member, llvm::StringRef contents)>;

/// Calls `visit` with each object in `file`, until it returns true. Returns whether it did.
bool visitObjects(llvm::StringRef file, ObjectVisitor visit);

/// The same, but only with the first bytes of each object: as many as an ELF header has. The file is not
/// mapped. A link of Rust has a hundred archives of a dozen members each, and mapping them costs a page fault
/// for each member, 6 ms in all.
bool visitObjectStarts(llvm::StringRef file, ObjectVisitor visit);

/// The name of an object as linkers print it: lib.a(member.o).
std::string objectName(llvm::StringRef file, llvm::StringRef member);

} // namespace lambdacc

#endif
