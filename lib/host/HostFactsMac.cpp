#include "HostFacts.h"

namespace lambdacc {

llvm::StringRef hostName() { return "macOS"; }
bool isOwnTripleHost() { return false; }
PackageManager packageManager() { return PackageManager::Brew; }

} // namespace lambdacc
