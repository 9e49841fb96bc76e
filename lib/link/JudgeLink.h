//===- JudgeLink.h - Is what a link made what it was for? -------------------===//
//
// A program that Lambda would reject fails the link, as one with an undefined symbol does. A failed
// deployment comes later and explains less.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_LINK_JUDGELINK_H
#define LAMBDA_CC_LINK_JUDGELINK_H

#include "Finding.h"
#include "Libraries.h"
#include "LinkRequest.h"
#include "RustFlags.h"
#include "Switches.h"
#include "Target.h"

namespace lambdacc {

/// How strict a link is judged.
struct LinkPolicy {
  Verify verify = Verify::Error;
  /// A build script or a configure script tries it, or makes what it runs itself: what never runs on any
  /// machine of the target is an error, what Lambda alone would reject is not looked at. To it any output
  /// on standard error is a "no".
  bool onlyCorrect = false;
  /// A configure script tries it. It may declare a function of any name, to see whether libc has it.
  bool isProbe = false;
  RustCpu cpu = {}; ///< that rustc compiles for
};

/// What `link` takes libraries from.
Libraries librariesOf(const LinkRequest &link);

/// What there is to say of the inputs of `link`, if the linker takes them. It reads no output, and so can
/// run while the linker does.
std::vector<Finding> judgeInputs(const LinkRequest &link, const Target &target, const LinkPolicy &policy);

/// What there is to say of `contents`, which `link` wrote: errors refuse it, warnings don't.
std::vector<Finding> judgeOutput(const LinkRequest &link, llvm::StringRef contents, const Target &target,
                                 const LinkPolicy &policy);

} // namespace lambdacc

#endif
