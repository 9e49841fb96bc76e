//===- SystemVersion.h - Which system the host runs, for a report -----------===//
#ifndef LAMBDA_CC_HOST_SYSTEMVERSION_H
#define LAMBDA_CC_HOST_SYSTEMVERSION_H

#include <string>

namespace lambdacc {

/// The distribution, or the system of a vendor: "Debian GNU/Linux 12 (bookworm)", "macOS 14.5", "Windows".
std::string systemVersion();

/// The kernel's name and version, and the machine, as `uname -srvm` prints them. On Windows "NT 10.0.22631".
std::string kernelVersion();

} // namespace lambdacc

#endif
