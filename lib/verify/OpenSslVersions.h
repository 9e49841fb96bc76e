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

namespace lambdacc {

/// An error if a library of lambda-cc among `libraries` needs OpenSSL 3, and an archive among its files has
/// another major version. A library that a folder of the caller's has is not lambda-cc's.
llvm::Error checkOpenSsl(const Libraries &libraries);

} // namespace lambdacc

#endif
