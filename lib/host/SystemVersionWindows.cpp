#include "SystemVersion.h"
#include "llvm/Support/VersionTuple.h"
#include "llvm/Support/Windows/WindowsSupport.h"

namespace lambdacc {

std::string systemVersion() { return "Windows"; }

// The build number shows the release: Windows 11 begins at 22000.
std::string kernelVersion() { return "NT " + llvm::GetWindowsOSVersion().getAsString(); }

} // namespace lambdacc
