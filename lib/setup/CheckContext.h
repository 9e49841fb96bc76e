//===- CheckContext.h - Input and findings of doctor's checks ---------------===//
#ifndef LAMBDA_CC_SETUP_CHECKCONTEXT_H
#define LAMBDA_CC_SETUP_CHECKCONTEXT_H

#include "CargoConfigs.h"
#include "Doctor.h"
#include "Failure.h"
#include "System.h"

namespace lambdacc {

/// A variable, and a line of advice with the place that sets it.
struct SetVariable {
  llvm::StringRef value;
  std::string where;
};

/// A line of advice for variables of the environment.
inline constexpr llvm::StringLiteral inEnvironment = "it is in the environment";

/// The input of the checks, and their findings.
struct CheckContext {
  const Setup &setup;
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  llvm::StringRef check;
  std::vector<Finding> findings = {};
  std::optional<Runtime> runtime = std::nullopt; ///< LAMBDA_CC_RUNTIME, if it is valid
  CargoConfigs cargo = {};                       ///< the configurations that cargo reads
  bool flagsNameOurs = false;                    ///< flags for rustc name a linker of ours
  std::string brokenLlvm = {};                   ///< our own LLVM, if it does not run here
  std::string rustLibraries = {};                ///< <rustc's sysroot>/lib/rustlib, or ""
  std::vector<std::string> rustFailure = {};     ///< why there is none

  void ok(std::string what) { findings.push_back({Finding::Ok, check, std::move(what), {}}); }
  void warn(std::string what, std::vector<std::string> advice) {
    findings.push_back({Finding::Warning, check, std::move(what), std::move(advice)});
  }
  void error(std::string what, std::vector<std::string> advice) {
    findings.push_back({Finding::Error, check, std::move(what), std::move(advice)});
  }
  /// Not if a check before it has found the same: a part that several checks need is missing.
  void error(llvm::Error error) {
    Finding found = asFinding(check, std::move(error));
    if (llvm::none_of(findings, [&](const Finding &before) {
          return before.what == found.what && before.advice == found.advice;
        }))
      findings.push_back(std::move(found));
  }

  Places places() const { return {setup.settings.path, *fs, setup.settings.executable}; }
  llvm::StringRef variable(llvm::StringRef name) const {
    for (char **entry = setup.environment; *entry; ++entry)
      if (auto [key, value] = llvm::StringRef(*entry).split('='); isSameVariable(key, name))
        return value;
    return "";
  }
  bool isSet(llvm::StringRef name) const {
    for (char **entry = setup.environment; *entry; ++entry)
      if (isSameVariable(llvm::StringRef(*entry).split('=').first, name))
        return true;
    return false;
  }
  /// A variable of a build script, to which cargo adds those of [env]. Its value is "" if it is not set.
  SetVariable variableOfBuildScripts(llvm::StringRef name) const;
};

/// The folder above bin/lambda-cc.
std::string prefixOf(const Setup &setup);

/// Whether `folder` is that folder, by whatever links.
bool isOwnPrefix(const CheckContext &context, llvm::StringRef folder);

/// Whether `value`, of a variable or a configuration, is one of our tools.
bool isOurTool(const CheckContext &context, llvm::StringRef value);

/// Whether `target` is the host's own triple. cargo builds build scripts for it, too, so its tools may be
/// any.
bool isHostTarget(const CheckContext &context, const Target &target);

} // namespace lambdacc

#endif
