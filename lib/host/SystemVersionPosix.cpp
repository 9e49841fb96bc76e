#include "SystemVersion.h"
#include <sys/utsname.h>

namespace lambdacc {

std::string kernelVersion() {
  utsname names;
  if (uname(&names) != 0)
    return "unknown";
  std::string version = names.sysname;
  for (const char *part : {names.release, names.version, names.machine})
    (version += " ") += part;
  return version;
}

} // namespace lambdacc
