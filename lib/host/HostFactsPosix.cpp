#include "HostFacts.h"
#include <climits>

namespace lambdacc {

llvm::StringRef executableSuffix() { return ""; }
bool isPath(llvm::StringRef name) { return name.contains('/'); }
size_t mostPathBytes() { return PATH_MAX; }
bool hasFileModes() { return true; }

} // namespace lambdacc
