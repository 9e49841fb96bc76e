//===- Examination.h - What the checks of doctor see and find ---------------===//
#ifndef LAMBDA_CC_SETUP_EXAMINATION_H
#define LAMBDA_CC_SETUP_EXAMINATION_H

#include "Doctor.h"
#include "Failure.h"

namespace lambdacc {

/// What the checks see of the patient, and what they find.
struct Examination {
  const Patient &patient;
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  llvm::StringRef check;
  std::vector<Finding> findings = {};
  std::string rustLibraries = {};            ///< <rustc's sysroot>/lib/rustlib, or ""
  std::vector<std::string> rustFailure = {}; ///< why there is none

  void ok(std::string what) { findings.push_back({Finding::Ok, check, std::move(what), {}}); }
  void warn(std::string what, std::vector<std::string> advice) {
    findings.push_back({Finding::Warning, check, std::move(what), std::move(advice)});
  }
  void error(std::string what, std::vector<std::string> advice) {
    findings.push_back({Finding::Error, check, std::move(what), std::move(advice)});
  }
  void error(llvm::Error error) { findings.push_back(asFinding(check, std::move(error))); }

  Places places() const { return {patient.settings.path, *fs, patient.settings.executable}; }
  llvm::StringRef variable(llvm::StringRef name) const {
    for (char **entry = patient.environment; *entry; ++entry)
      if (auto [key, value] = llvm::StringRef(*entry).split('='); key == name)
        return value;
    return "";
  }
};

/// The path of `names` below `folder`.
std::string under(llvm::StringRef folder, std::initializer_list<llvm::StringRef> names);

/// The folder that bin/lambda-cc lies in.
std::string prefixOf(const Patient &patient);

/// Whether `folder` is that folder, by whatever links.
bool isOwnPrefix(const Examination &on, llvm::StringRef folder);

/// The first program `name` of PATH, or "".
std::string onPath(const Examination &on, llvm::StringRef name);

/// Whether `value`, in a variable or a configuration, is a program of ours.
bool isOurTool(const Examination &on, llvm::StringRef value);

/// The same, under a name for `target`.
bool isToolFor(const Examination &on, llvm::StringRef value, const Target &target);

/// The host's own triple is for what is built for the host, too, and may be anybody's.
bool isHosts(const Examination &on, const Target &target);

} // namespace lambdacc

#endif
