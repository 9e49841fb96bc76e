#include "DownloadMark.h"

namespace lambdacc {

// macOS alone has such marks.
std::string downloadMark(llvm::StringRef) { return ""; }

} // namespace lambdacc
