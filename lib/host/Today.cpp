#include "Today.h"
#include "llvm/Support/Chrono.h"
#include "llvm/Support/FormatVariadic.h"
#include <ctime>

namespace lambdacc {

std::string today() { return llvm::formatv("{0:%Y-%m-%d}", llvm::sys::toUtcTime(std::time(nullptr))).str(); }

} // namespace lambdacc
