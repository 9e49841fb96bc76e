#include "SystemVersion.h"
#include <sys/sysctl.h>

namespace lambdacc {

// The variable is there since macOS 10.13.
std::string systemVersion() {
  char version[64];
  size_t size = sizeof(version);
  if (sysctlbyname("kern.osproductversion", version, &size, nullptr, 0) != 0)
    return "macOS";
  return std::string("macOS ") + version;
}

} // namespace lambdacc
