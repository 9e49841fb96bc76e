#include "HostFacts.h"
#include <climits>

namespace lambdacc {

bool isPath(llvm::StringRef name) { return name.contains('/'); }
size_t mostPathBytes() { return PATH_MAX; }
bool hasFileModes() { return true; }

} // namespace lambdacc
