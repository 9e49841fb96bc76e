#include "HostFacts.h"

namespace lambdacc {

llvm::StringRef executableSuffix() { return ""; }
bool isPath(llvm::StringRef name) { return name.contains('/'); }
bool hasFileModes() { return true; }

} // namespace lambdacc
