#include "HostFacts.h"

namespace lambdacc {

llvm::StringRef hostName() { return "Windows"; }
bool isOwnTripleHost() { return false; }
// C:clang.exe is in the current folder of that drive.
bool isPath(llvm::StringRef name) { return name.find_first_of("/\\:") != llvm::StringRef::npos; }
size_t mostPathBytes() { return 32767; }
bool hasFileModes() { return false; }
PackageManager packageManager() { return PackageManager::Winget; }

} // namespace lambdacc
