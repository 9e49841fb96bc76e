//===- LibraryAdvice.h - Advice on a library that Lambda lacks ---------------===//
//
// Crates that bind a library of C link the one of the system. A feature or a variable makes them build it
// instead, or another crate does the same in pure Rust. test/advice.py compares the rows with the crates.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_ADVICE_LIBRARYADVICE_H
#define LAMBDA_CC_ADVICE_LIBRARYADVICE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace lambdacc {

struct LibraryAdvice {
  llvm::StringLiteral names; ///< as -l names them, with spaces between
  llvm::StringLiteral
      crate; ///< that links them, and the version that was read; "" for no crate in particular
  llvm::StringLiteral cure;
};
llvm::ArrayRef<LibraryAdvice> libraryAdvice();

/// The row of the library with this name behind -l, or null.
const LibraryAdvice *adviceOnLibrary(llvm::StringRef name);

/// The name behind -l of a soname or file: "pq" for "libpq.so.5" and "libpq.a".
llvm::StringRef libraryName(llvm::StringRef soname);

/// The name behind -l of the library of a package of pkg-config: "ssl" for "openssl", "pq" for "libpq".
std::string libraryOfPackage(llvm::StringRef package);

/// How to get a library that lambda-cc brings, where its libraries are not installed. "" for another library.
std::string howToInstall(llvm::StringRef name);

/// The advice on a library that is missing: a line for its row, if it has one.
std::vector<std::string> cureFor(llvm::StringRef name);

} // namespace lambdacc

#endif
