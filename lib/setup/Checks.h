//===- Checks.h - What doctor checks ----------------------------------------===//
#ifndef LAMBDA_CC_SETUP_CHECKS_H
#define LAMBDA_CC_SETUP_CHECKS_H

#include "CheckContext.h"

namespace lambdacc {

/// Finds the libraries of PATH's Rust, for all checks. Runs rustc.
void findRust(CheckContext &context);

// The installation and the programs behind it.
void checkSysroots(CheckContext &context);
void checkInstalledLibraries(CheckContext &context);
void checkBundled(CheckContext &context);
void checkClang(CheckContext &context);
void checkGcc(CheckContext &context);
void checkLinker(CheckContext &context);
void checkArchiver(CheckContext &context);
void checkHostCompiler(CheckContext &context);
void checkRust(CheckContext &context);
void checkDownloads(CheckContext &context);

// PATH.
void checkOthers(CheckContext &context);
void checkNames(CheckContext &context);
void checkCargoOfPath(CheckContext &context);

void checkVariables(CheckContext &context);

/// Checks a variable. One with a target in its name must name our tool, and flags of C must fit Lambda's
/// hosts. `where` is who sets it.
void checkVariable(CheckContext &context, llvm::StringRef name, llvm::StringRef value, llvm::StringRef where);

/// cargo's configuration. The first reads it, for all checks.
void readConfigs(CheckContext &context);
void checkConfig(CheckContext &context);

/// Whether this project builds for one of `triples`. A project that gives some targets a linker of ours, as
/// after `init --target`, builds for these, or for its build.target. Any other may build for each target.
bool buildsFor(const CheckContext &context, llvm::ArrayRef<std::string> triples);

/// Checks the flags for rustc that cargo applies: those of variables, or of configurations. Findings: another
/// linker, a CPU that hosts of Lambda lack, and a static glibc.
void checkFlags(CheckContext &context, bool ofVariables);

/// Adds findings on a CPU, by the functions of the tools: so a build fails where doctor finds an error, and
/// nowhere else. The findings of two targets for one option are merged. `where` begins the advice, if not "".
void addJudged(CheckContext &context, llvm::ArrayRef<std::vector<Finding>> ofTargets, llvm::StringRef where);

} // namespace lambdacc

#endif
