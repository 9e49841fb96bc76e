//===- Bitcode.h - Which LLVM wrote a file of bitcode ----------------------===//
#ifndef LAMBDA_CC_VERIFY_BITCODE_H
#define LAMBDA_CC_VERIFY_BITCODE_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace lambdacc {

/// Whether `contents`, or the first bytes of a file, are LLVM's bitcode.
bool isBitcode(llvm::StringRef contents);

/// The LLVM that wrote `contents`, such as "LLVM22.1.2-rust-1.96.0-stable". "" if they are not bitcode, or
/// broken.
std::string bitcodeProducer(llvm::StringRef contents);

/// 22 for "LLVM22.1.2-rust-1.96.0-stable"; 0 for another form.
unsigned majorOf(llvm::StringRef producer);

} // namespace lambdacc

#endif
