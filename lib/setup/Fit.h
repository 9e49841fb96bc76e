//===- Fit.h - Does a program serve a target? -------------------------------===//
//
// Variables and configurations name linkers, compilers and archivers. Some programs certainly fail: one that
// is missing, one for another machine, our ar in place of a linker. A foreign cross compiler may work.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SETUP_FIT_H
#define LAMBDA_CC_SETUP_FIT_H

#include "CheckContext.h"

namespace lambdacc {

/// What a caller needs a program for.
enum class Job { Link, Compile, Archive, Index, FindPackages, Other };

/// The job of the tool `role`: gcc, ld, llvm-ar, ranlib.
Job jobOf(llvm::StringRef role);

enum class Fit {
  Ours,    ///< a tool of ours for this target and job
  Unknown, ///< it may work
  Missing, ///< there is no such program
  Fails,   ///< it cannot do this job for this target
};

/// A program, as doctor judges it.
struct Judged {
  Fit fit;
  std::string why = {}; ///< why it fails, as a line of advice
  bool isCertain() const { return fit == Fit::Missing || fit == Fit::Fails; }
};

/// Judges a program with its arguments, as cc-rs splits them: {"ccache", "gcc"}. A linker has none. Runs the
/// program if it is not ours.
Judged judgeProgram(const CheckContext &context, llvm::ArrayRef<llvm::StringRef> args, Job job,
                    const Target &target);

/// Judges the linker that cargo gives to rustc. cc-rs derives the compiler of C from its name, too.
Judged judgeLinker(const CheckContext &context, llvm::StringRef linker, const Target &target);

} // namespace lambdacc

#endif
