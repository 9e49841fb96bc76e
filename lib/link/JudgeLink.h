//===- JudgeLink.h - Checks of a link's inputs and output -----------------===//
//
// A program that Lambda would reject fails the link, as an undefined symbol does. A failed deployment comes
// later and explains less.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_LINK_JUDGELINK_H
#define LAMBDA_CC_LINK_JUDGELINK_H

#include "Finding.h"
#include "Libraries.h"
#include "LinkAdvice.h"
#include "LinkRequest.h"
#include "Runtime.h"
#include "RustFlags.h"
#include "Switches.h"
#include "Target.h"

namespace lambdacc {

/// How strictly a link is checked.
struct LinkPolicy {
  Verify verify = Verify::Error;
  /// A build or configure script makes this link as a test, or to run the program itself. An error is what
  /// cannot run on any machine of the target. What only Lambda would reject is not checked. Nothing else is
  /// printed, because such a script takes any output on standard error for a failure.
  bool onlyCorrect = false;
  /// A configure script makes this link as a test. It may declare any function itself to see whether libc has
  /// it.
  bool isProbe = false;
  RustCpu cpu = {};                              ///< the CPU that rustc compiles for
  std::optional<Runtime> runtime = std::nullopt; ///< where the program is deployed to, if the user sets it
  FindCompilers compilers = noCompilers;
  FindVariable variableNaming = noAnswer;
};

/// The files and folders in which `link` finds its libraries.
Libraries librariesOf(const LinkRequest &link);

/// Findings on the inputs of `link`, for a link that succeeds. Does not read the output, so it can run in
/// parallel with the linker.
std::vector<Finding> judgeInputs(const LinkRequest &link, const Target &target, const LinkPolicy &policy);

/// Findings on `contents`, the output of `link`. An error rejects the output, a warning does not.
std::vector<Finding> judgeOutput(const LinkRequest &link, llvm::StringRef contents, const Target &target,
                                 const LinkPolicy &policy);

} // namespace lambdacc

#endif
