#include "HostFacts.h"
#include "llvm/Support/FileSystem.h"

namespace lambdacc {

llvm::StringRef hostName() { return "Linux"; }
bool isOwnTripleHost() { return true; }

PackageManager packageManager() {
  return llvm::sys::fs::exists("/etc/alpine-release") ? PackageManager::Apk : PackageManager::Apt;
}

} // namespace lambdacc
