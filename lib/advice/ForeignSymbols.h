//===- ForeignSymbols.h - Symbols that show other headers ---------------------===//
//
// Headers rename functions: glibc 2.38's make strtol __isoc23_strtol. An object that refers to such a name
// was compiled against those headers, mostly the build machine's. A function that only one libc has shows the
// same of a configure script.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_ADVICE_FOREIGNSYMBOLS_H
#define LAMBDA_CC_ADVICE_FOREIGNSYMBOLS_H

#include "llvm/ADT/StringRef.h"

namespace lambdacc {

enum class Foreign {
  Header,   ///< a name that headers make
  Function, ///< a function that the other libc has
};

struct ForeignSymbol {
  /// Names with spaces between. A star matches any letters.
  llvm::StringLiteral names;
  bool onMusl, onGlibc; ///< the libc of the links that lack them because of this
  Foreign kind;
  llvm::StringLiteral origin; ///< of the headers or the function, as in "glibc 2.38"
  llvm::StringLiteral cure;   ///< of a function, if there is one in particular
};

/// The row of a symbol that a link for musl, or for glibc, lacks; null if there is none.
const ForeignSymbol *findForeign(llvm::StringRef symbol, bool musl);

/// The library of C++ that a symbol belongs to.
enum class CxxLibrary {
  None, ///< it belongs to none
  Gnu,  ///< to libstdc++ alone
  Llvm, ///< to libc++ alone
  Any,  ///< to each: operator new, __cxa_throw, std::terminate
};
CxxLibrary cxxLibraryOf(llvm::StringRef symbol);

} // namespace lambdacc

#endif
