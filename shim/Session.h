//===- Session.h - Who called, and from where -------------------------------===//
//
// All that a tool takes from outside: its name, its arguments, its environment. It is read here and passed
// down as values; no other file asks for a variable.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SHIM_SESSION_H
#define LAMBDA_CC_SHIM_SESSION_H

#include "Find.h"
#include "Glibc.h"
#include "Plan.h"
#include "Switches.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace lambdacc {

/// What cargo tells a build script, and a person may tell us.
struct CargoVariables {
  llvm::StringRef target;       ///< TARGET
  llvm::StringRef encodedFlags; ///< CARGO_ENCODED_RUSTFLAGS
  llvm::StringRef flags;        ///< RUSTFLAGS
  llvm::StringRef host;         ///< HOST
  llvm::StringRef outDir;       ///< OUT_DIR
  llvm::StringRef cpu;          ///< LAMBDA_CC_CPU: auto or off
  llvm::StringRef cc = "";      ///< CC, or what cc-rs takes before it for TARGET
  llvm::StringRef cxx = "";     ///< CXX, in the same way

  /// Whether cargo runs a build script: both are triples. Others have variables of these names, too: HOST is
  /// a computer's name in many shells.
  bool runsBuildScript() const;
};

/// The files that a GitHub runner reads after a step, or "".
struct RunnerFiles {
  llvm::StringRef env;  ///< GITHUB_ENV
  llvm::StringRef path; ///< GITHUB_PATH
};

struct Session {
  llvm::StringRef prog;              ///< the name it is called by, without folders: the start of its messages
  llvm::ArrayRef<const char *> argv; ///< without that name
  std::optional<Target> chosen = std::nullopt; ///< none for the command for people
  Settings settings = {};
  CeilingSettings ceiling = {};
  CargoVariables cargo = {};
  PackagePaths packages = {};
  llvm::StringRef verifyVariable = ""; ///< LAMBDA_CC_VERIFY
  Verify verify = Verify::Error;       ///< what it means, after setTarget()
  RunnerFiles runner = {};
  llvm::StringRef tried = "";                      ///< LAMBDA_CC_TRIED, as passOnTrail() sets it
  bool explains = false;                           ///< tells a person what would be done, and does nothing
  std::vector<Note> notes = {};                    ///< what -### says before the notes of the plan
  std::vector<llvm::StringRef> hostVariables = {}; ///< those of HostVariables.h that are set
  char **environment;

  /// What a tool is for: each has a target.
  // NOLINTNEXTLINE(bugprone-unchecked-optional-access)
  const Target &target() const { return *chosen; }
};

/// Reads the environment. `argv0` is the path that the program was started by.
Session readSession(llvm::StringRef prog, const char *argv0, llvm::ArrayRef<const char *> argv,
                    char **environment);

/// Gives `session`, of a tool that compiles or links, its target, and parses the variables that such a tool
/// reads. A name that doesn't say its ceiling leaves that to the environment.
llvm::Error setTarget(Session &session, const Target &target, bool saysCeiling);

} // namespace lambdacc

#endif
