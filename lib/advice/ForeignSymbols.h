//===- ForeignSymbols.h - What a symbol says of who compiled its user ---------===//
//
// Headers give functions other names: glibc 2.38's call strtol __isoc23_strtol. An object that refers to such
// a name was compiled against those headers, mostly the build machine's, whatever it is for. Functions that
// one libc has and the other does not tell the same of a configure script.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_ADVICE_FOREIGNSYMBOLS_H
#define LAMBDA_CC_ADVICE_FOREIGNSYMBOLS_H

#include "llvm/ADT/StringRef.h"

namespace lambdacc {

enum class Foreign {
  Header,   ///< a name that headers give
  Function, ///< a function that the other libc has
};

struct ForeignSymbol {
  /// Names with spaces between. A star stands for any letters.
  llvm::StringLiteral names;
  bool onMusl, onGlibc; ///< where a link lacks them because of this
  Foreign kind;
  llvm::StringLiteral origin; ///< whose headers, or whose function, as in "glibc 2.38"
  llvm::StringLiteral cure;   ///< of a function, where there is one in particular
};

/// The row of a symbol that a link for musl, or for glibc, lacks; null where it says nothing.
const ForeignSymbol *findForeign(llvm::StringRef symbol, bool musl);

/// What a symbol of C++ says of the library of C++.
enum class CxxLibrary {
  None, ///< it is of none
  Gnu,  ///< of libstdc++ alone
  Llvm, ///< of libc++ alone
  Any,  ///< of each: operator new, __cxa_throw, std::terminate
};
CxxLibrary cxxLibraryOf(llvm::StringRef symbol);

} // namespace lambdacc

#endif
