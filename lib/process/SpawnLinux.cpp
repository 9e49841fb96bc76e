#include "SpawnPosix.h"
#include "Text.h"
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace lambdacc {

bool openPipe(int (&ends)[2]) { return pipe2(ends, O_CLOEXEC) == 0; }

// Linux 5.3.
int openChild(pid_t child) { return static_cast<int>(syscall(SYS_pidfd_open, child, 0)); }

// It needs /proc.
int memoryFile(llvm::SmallVectorImpl<char> &path) {
  int descriptor = memfd_create("lambda-cc", 0);
  if (descriptor < 0)
    return -1;
  std::string file = text("/proc/self/fd/{}", {std::to_string(descriptor)});
  if (access(file.c_str(), R_OK)) {
    (void)close(descriptor);
    return -1;
  }
  path.assign(file.begin(), file.end());
  return descriptor;
}

} // namespace lambdacc
