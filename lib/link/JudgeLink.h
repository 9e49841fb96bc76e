//===- JudgeLink.h - Is what a link made what it was for? -------------------===//
//
// A program that Lambda would reject fails the link, as one with an undefined symbol does: the deploy is
// later, and says less.
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
  /// machine of the target is an error, what Lambda alone would reject is not looked at. A word on standard
  /// error would be a "no" to it.
  bool onlyCorrect = false;
  RustCpu cpu = {}; ///< that rustc was told
};

/// What `link` takes libraries from.
Libraries librariesOf(const LinkRequest &link);

/// What there is to say of the inputs of `link`, if the linker takes them. It needs no output, and so no time
/// while the linker runs.
std::vector<Finding> judgeInputs(const LinkRequest &link, const Target &target, const LinkPolicy &policy);

/// What there is to say of `contents`, which `link` wrote: errors refuse it, warnings don't.
std::vector<Finding> judgeOutput(const LinkRequest &link, llvm::StringRef contents, const Target &target,
                                 const LinkPolicy &policy);

} // namespace lambdacc

#endif
