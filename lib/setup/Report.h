//===- Report.h - A machine, for who does not have it -----------------------===//
//
// `lambda-cc doctor --report`: what a person sends who uses a host that we don't have. It has no value of a
// variable that is not ours, except where a check is about it, and no path of the user's home.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SETUP_REPORT_H
#define LAMBDA_CC_SETUP_REPORT_H

#include "Doctor.h"

namespace lambdacc {

/// The report on `setup`, a block of code in Markdown. `version` is lambda-cc's, `findings` are
/// checkSetup()'s. Runs the programs that the tools run, with --version.
std::string reportOn(const Setup &setup, llvm::StringRef version, std::vector<Finding> findings);

/// `text` with ~ for the folder `home`. A path may have another case than `home`, and other separators, as on
/// Windows.
std::string withoutHome(llvm::StringRef text, llvm::StringRef home);

} // namespace lambdacc

#endif
