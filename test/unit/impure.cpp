// What a plan must not do. With pure.h, neither half compiles; without it, both do: see test/CMakeLists.txt.
#include <cstdlib>
#include <string>
#ifdef READS_file
#include "llvm/Support/MemoryBuffer.h"
bool impure() { return bool(llvm::MemoryBuffer::getFile("/etc/passwd")); }
#endif
#ifdef READS_stream
#include "llvm/Support/raw_ostream.h"
void impure(std::error_code &error) { llvm::raw_fd_ostream("/tmp/x", error) << "x"; }
#endif
#ifdef READS_variable
const char *impure() { return getenv("PATH"); }
#endif
