//===- LinkerMessages.h - What a linker lacked, as it says --------------------===//
//
// ld.lld, mold and GNU ld name the same things in other words. What they are about is read here once.
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

/// What a linker lacks, in its order, and what it would not take. All of it points into the messages.
struct LinkerMessages {
  llvm::SmallSetVector<llvm::StringRef, 8> libraries, incompatible;
  std::vector<UndefinedSymbol> symbols;
};

LinkerMessages readLinkerMessages(llvm::StringRef messages);

} // namespace lambdacc

#endif
