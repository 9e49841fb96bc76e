#include "HostFacts.h"

namespace lambdacc {

llvm::StringRef hostName() { return "macOS"; }
bool isOwnTripleHost() { return false; }
llvm::StringRef sharedLibrarySuffix() { return ".dylib"; }
PackageManager packageManager() { return PackageManager::Brew; }

} // namespace lambdacc
