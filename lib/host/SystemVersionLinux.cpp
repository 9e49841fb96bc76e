#include "SystemVersion.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"

using llvm::StringRef;

namespace lambdacc {

// os-release(5): the value is quoted as in a shell if it has a space.
std::string systemVersion() {
  auto file = llvm::MemoryBuffer::getFile("/etc/os-release");
  if (file)
    for (StringRef line : llvm::split((*file)->getBuffer(), '\n'))
      if (line.consume_front("PRETTY_NAME="))
        return line.trim("\"'\r ").str();
  return "unknown";
}

} // namespace lambdacc
