//===- LinkerMessages.h - What a linker did not find, or found twice --------===//
//
// ld.lld, mold and GNU ld report the same errors in different texts. This reads all of them.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_ADVICE_LINKERMESSAGES_H
#define LAMBDA_CC_ADVICE_LINKERMESSAGES_H

#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace lambdacc {

struct UndefinedSymbol {
  llvm::StringRef name;           ///< demangled, unless the link has --no-demangle
  std::vector<std::string> users; ///< some of the files that refer to it: "a.o", "lib.a(a.o)"
};

struct DuplicateSymbol {
  llvm::StringRef name;
  std::vector<std::string> files; ///< those that define it: "lib.a(a.o)"
};

/// What a linker did not find or found twice, and the files that it refused, in its order. All StringRefs
/// point into the messages.
struct LinkerMessages {
  llvm::SmallSetVector<llvm::StringRef, 8> libraries, incompatible;
  std::vector<UndefinedSymbol> symbols;
  std::vector<DuplicateSymbol> duplicates;
};

LinkerMessages readLinkerMessages(llvm::StringRef messages);

} // namespace lambdacc

#endif
