//===- Failure.h - An error that a user can act on ------------------------===//
//
// A step returns it when it cannot continue. Only shim/ prints it, in this form. rustc shows it to its user:
//
//   x86_64-unknown-linux-musl-gcc: error: no sysroot for 'x86_64-unknown-linux-musl'
//   >>> looked for lib/libc.a in /opt/lambda-cc/share/lambda-cc/sysroots/x86_64-unknown-linux-musl
//   >>> remove this lambda-cc and install it again, with all that it brings
//
// The headline is in lower case, has no full stop, and quotes the caller's own spelling. Each line of
// evidence is a fact, a place that was searched, or a remedy.
//
// No message may contain "unknown|unrecognized [command line ]option|argument". rustc searches the output of
// a failed link for it. If it finds it, it links again without -static-pie or -no-pie (docs/requirements.md
// R40 to R43).
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_DIAG_FAILURE_H
#define LAMBDA_CC_DIAG_FAILURE_H

#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace lambdacc {

class Failure : public llvm::ErrorInfo<Failure> {
public:
  static char ID; // NOLINT(readability-identifier-naming): LLVM requires this name

  Failure(std::string headline, std::vector<std::string> evidence, int status)
      : headline(std::move(headline)), evidence(std::move(evidence)), status(status) {}

  void log(llvm::raw_ostream &os) const override { os << headline; }
  std::error_code convertToErrorCode() const override { return llvm::inconvertibleErrorCode(); }

  std::string headline;
  std::vector<std::string> evidence;
  int status; ///< exit status: 1, or 2 for wrong usage
};

/// An error with exit status 1.
llvm::Error fail(std::string headline, std::vector<std::string> evidence = {});

/// An error with exit status 2, for wrong usage of the command.
llvm::Error failUsage(std::string headline, std::vector<std::string> evidence = {});

} // namespace lambdacc

#endif
