//===- OwnLibraries.h - The libraries that lambda-cc brings -----------------===//
//
// OpenSSL, libpq and others that crates expect of a system. cmake/libraries/libraries.txt is their table. An
// installation may leave them out.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TARGET_OWNLIBRARIES_H
#define LAMBDA_CC_TARGET_OWNLIBRARIES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <vector>

namespace lambdacc {

/// The advice where they are not installed.
constexpr llvm::StringLiteral cureForLibraries =
    "install a package of lambda-cc, or run sh cmake/libraries.sh in its source and install again";

struct OwnLibrary {
  llvm::StringLiteral name;   ///< after -l: "ssl". The file is lib<name>.a
  llvm::StringLiteral folder; ///< its folder below the libraries of a target: "openssl"
  llvm::StringLiteral needs;  ///< the names of what a static link needs beside it, in link order
};
llvm::ArrayRef<OwnLibrary> ownLibraries();

/// The library that -l`name` names, also as ":libssl.a". Null if lambda-cc does not bring it.
const OwnLibrary *findOwnLibrary(llvm::StringRef name);

/// The folders of all libraries, in the order of the table.
std::vector<llvm::StringRef> ownLibraryFolders();

} // namespace lambdacc

#endif
