//===- OpenSslVersions.h - Does a link mix two OpenSSLs? ----------------------===//
//
// lambda-cc's libpq and MariaDB client are compiled for OpenSSL 3. A crate may bring its own OpenSSL, as
// openssl with the feature vendored, and the linker takes the crate's. That works for each 3.x. With 1.1 or
// 4, functions of both would read the same structures, which differ.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_OPENSSLVERSIONS_H
#define LAMBDA_CC_VERIFY_OPENSSLVERSIONS_H

#include "Libraries.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace lambdacc {

/// An error if a library of lambda-cc among `ownLibraries` needs OpenSSL 3, and an archive of the caller's
/// has another major version: one of its `libraries`, by path or by name.
llvm::Error checkOpenSsl(llvm::ArrayRef<std::string> ownLibraries, const Libraries &libraries);

} // namespace lambdacc

#endif
