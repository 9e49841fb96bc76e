//===- DownloadMark.h - The mark of a file that a browser downloaded --------===//
#ifndef LAMBDA_CC_HOST_DOWNLOADMARK_H
#define LAMBDA_CC_HOST_DOWNLOADMARK_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace lambdacc {

/// The attribute com.apple.quarantine of `file`, or "". macOS sets it for what a browser downloads, and for
/// what Finder unpacks from that. Always "" on other systems.
std::string downloadMark(llvm::StringRef file);

/// Whether macOS refuses to run a program with this mark.
bool isRefused(llvm::StringRef mark);

} // namespace lambdacc

#endif
