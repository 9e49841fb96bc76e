//===- Failure.h - An error that a person can act on ------------------------===//
//
// What a step returns when it can't go on. It is printed by shim/ alone, in this form, which rustc shows to
// its user:
//
//   x86_64-unknown-linux-musl-gcc: error: no sysroot for 'x86_64-unknown-linux-musl'
//   >>> looked for lib/libc.a in /opt/lambda-cc/share/lambda-cc/sysroots/x86_64-unknown-linux-musl
//   >>> remove this lambda-cc and install it again, with all that it brings
//
// The headline is lower case, has no full stop and quotes the caller's own spelling. Each line of evidence
// says what is so, where we looked, or what would work.
//
// No message of ours may hold "unknown|unrecognized [command line ]option|argument": rustc greps a failed
// link for that, and links again without -static-pie or -no-pie where it finds it (callers.md R40 to R43).
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
  static char ID; // NOLINT(readability-identifier-naming): LLVM asks for it

  Failure(std::string headline, std::vector<std::string> evidence, int status)
      : headline(std::move(headline)), evidence(std::move(evidence)), status(status) {}

  void log(llvm::raw_ostream &os) const override { os << headline; }
  std::error_code convertToErrorCode() const override { return llvm::inconvertibleErrorCode(); }

  std::string headline;
  std::vector<std::string> evidence;
  int status; ///< the exit status: 1, or 2 for wrong usage
};

/// An error with exit status 1.
llvm::Error fail(std::string headline, std::vector<std::string> evidence = {});

/// An error with exit status 2: the command itself was used wrongly.
llvm::Error failUsage(std::string headline, std::vector<std::string> evidence = {});

} // namespace lambdacc

#endif
