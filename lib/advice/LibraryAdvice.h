//===- LibraryAdvice.h - What to do about a library that Lambda lacks --------===//
//
// Crates that bind a library of C ask for the system's unless they are told to build it, or a crate in pure
// Rust does its work. Which switch that is stands in each crate's Cargo.toml and build.rs, and here.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_ADVICE_LIBRARYADVICE_H
#define LAMBDA_CC_ADVICE_LIBRARYADVICE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace lambdacc {

struct LibraryAdvice {
  llvm::StringLiteral names; ///< what stands behind -l, with spaces between
  llvm::StringLiteral crate; ///< that asks for them, and the version that was read; "" for none in particular
  llvm::StringLiteral cure;
};
llvm::ArrayRef<LibraryAdvice> libraryAdvice();

/// The row of the library that -l names so, or null.
const LibraryAdvice *adviceOnLibrary(llvm::StringRef name);

/// The name behind -l of a soname or file: "pq" for "libpq.so.5" and "libpq.a".
llvm::StringRef libraryName(llvm::StringRef soname);

/// The name behind -l of the library that a package of pkg-config's is of: "ssl" for "openssl", "pq" for
/// "libpq".
std::string libraryOfPackage(llvm::StringRef package);

/// What to do about a library that is not there: a line for its row, if it has one.
std::vector<std::string> cureFor(llvm::StringRef name);

} // namespace lambdacc

#endif
