//===- Remarks.h - What works, and could work better ----------------------------===//
//
// Some problems on Lambda come from a library inside the program. They are found by searching the file's
// contents. This takes time, so only `lambda-cc check` does it.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_REMARKS_H
#define LAMBDA_CC_VERIFY_REMARKS_H

#include "Finding.h"

namespace lambdacc {

/// The remarks on the program `contents`. `file` is its name in messages. A large program is read in part,
/// and may miss a remark.
std::vector<Finding> remarks(llvm::StringRef file, llvm::StringRef contents);

} // namespace lambdacc

#endif
