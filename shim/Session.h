//===- Session.h - A call's name, arguments and environment -----------------===//
//
// All that a tool takes from outside. It is read here once and passed on as values: no other file reads an
// environment variable.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SHIM_SESSION_H
#define LAMBDA_CC_SHIM_SESSION_H

#include "Find.h"
#include "Glibc.h"
#include "LinkAdvice.h"
#include "Plan.h"
#include "Switches.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace lambdacc {

/// The variables that cargo sets for a build script, and LAMBDA_CC_CPU.
struct CargoVariables {
  llvm::StringRef target;       ///< TARGET
  llvm::StringRef encodedFlags; ///< CARGO_ENCODED_RUSTFLAGS
  llvm::StringRef flags;        ///< RUSTFLAGS
  llvm::StringRef host;         ///< HOST
  llvm::StringRef outDir;       ///< OUT_DIR
  llvm::StringRef cpu;          ///< LAMBDA_CC_CPU: auto or off
  llvm::StringRef cc = "";      ///< CC, or the variable for TARGET that cc-rs prefers to it
  llvm::StringRef cxx = "";     ///< the same for CXX
  llvm::StringRef package = ""; ///< CARGO_PKG_NAME

  /// Whether cargo runs a build script: TARGET and HOST are triples. Elsewhere variables of these names have
  /// other meanings: many shells set HOST to the computer's name.
  bool runsBuildScript() const;
};

/// The files that a GitHub runner reads after a step, or "".
struct RunnerFiles {
  llvm::StringRef env;  ///< GITHUB_ENV
  llvm::StringRef path; ///< GITHUB_PATH
};

/// A call of one of our tools.
struct Session {
  llvm::StringRef prog;              ///< the name that was called, as programName(); messages begin with it
  llvm::StringRef argv0 = "";        ///< the same, as the caller wrote it
  llvm::ArrayRef<const char *> argv; ///< without that name
  std::optional<Target> chosen = std::nullopt; ///< none for `lambda-cc` itself, which has no triple
  Settings settings = {};
  CeilingSettings ceiling = {};
  std::optional<Runtime> deployedTo = std::nullopt; ///< LAMBDA_CC_RUNTIME, after setTarget()
  std::optional<Runtime> runtime = std::nullopt;    ///< the same, if it has the target's glibc
  CargoVariables cargo = {};
  PackagePaths packages = {};
  llvm::StringRef verifyVariable = ""; ///< LAMBDA_CC_VERIFY
  Verify verify = Verify::Error;       ///< its value, after setTarget()
  RunnerFiles runner = {};
  llvm::StringRef path = "";                ///< PATH
  std::string cargoHome = {};               ///< CARGO_HOME, or .cargo in homeVariable(); "" without both
  llvm::StringRef tried = "";               ///< LAMBDA_CC_TRIED, as passOnTrail() sets it
  llvm::StringRef cargoTried = "";          ///< LAMBDA_CC_CARGO_TRIED
  llvm::StringRef cargoVariable = "";       ///< LAMBDA_CC_CARGO
  llvm::StringRef cargoLambdaCompiler = ""; ///< CARGO_LAMBDA_COMPILER
  bool hasQemuPrefix = false;               ///< QEMU_LD_PREFIX is set: where qemu-user finds libraries
  bool explains = false;                    ///< in `lambda-cc explain`: prints the plan, runs nothing
  std::vector<Note> notes = {};             ///< what -### prints before the notes of the plan
  std::vector<llvm::StringRef> hostVariables = {}; ///< the variables of HostVariables.h that are set
  char **environment;

  /// The target. Every tool but `lambda-cc` has one.
  // NOLINTNEXTLINE(bugprone-unchecked-optional-access)
  const Target &target() const { return *chosen; }
};

/// Reads the environment. `argv0` is the path by which the program was run.
Session readSession(llvm::StringRef prog, const char *argv0, llvm::ArrayRef<const char *> argv,
                    char **environment);

/// Sets the target of a `session` that compiles or links, and parses the variables that such a tool reads. If
/// the tool's name has no ceiling (`hasCeiling` is false), the environment sets it.
llvm::Error setTarget(Session &session, const Target &target, bool hasCeiling);

/// The compilers that CC and CXX name for build scripts of the session's target, and that are not ours. Reads
/// files of PATH.
std::vector<CompilerChoice> otherCompilers(const Session &session);

/// The variable that demands a shared OpenSSL from openssl-sys for the session's target, or "":
/// <TARGET>_OPENSSL_STATIC or OPENSSL_STATIC, if it is 0.
std::string demandsSharedOpenssl(const Session &session);

/// The variable that leads a crate to `folder`, as "OPENSSL_DIR=/usr" to /usr/lib64; or "".
std::string variableNaming(const Session &session, llvm::StringRef folder);

} // namespace lambdacc

#endif
