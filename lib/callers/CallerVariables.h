//===- CallerVariables.h - Where callers look for a target's tools ----------===//
//
// Each caller (cargo, cc-rs, cmake-rs, bindgen, ...) has its own variables, with the target in their names.
// Those of several targets can be set at once, and they do not change what is built for the host. A person
// sets them once; our tools do not read them.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_CALLERS_CALLERVARIABLES_H
#define LAMBDA_CC_CALLERS_CALLERVARIABLES_H

#include "System.h"
#include "Target.h"
#include "llvm/Support/Program.h"
#include <string>
#include <vector>

namespace lambdacc {

struct Variable {
  std::string name;
  std::string value;
  llvm::StringRef reader;        ///< the program that looks it up
  llvm::StringRef targetOf = ""; ///< a triple, if cargo's config has a key for it in the table of that target
  llvm::StringRef key = "";      ///< that key: linker, runner or rustflags
};

/// The variables that callers need for `target`, with the tools in `prefix`/bin. The first is the linker. On
/// Windows values have slashes, because bindgen and others read a backslash as an escape.
std::vector<Variable> environmentFor(const Target &target, llvm::StringRef prefix,
                                     System host = hostSystem());

/// The folder of `target` with libstdc++.a alone, for crates that print `static=stdc++`: rustc opens that
/// archive itself, and takes every other library there, too. Only for musl: programs for glibc link a shared
/// libc.
std::string folderOfStaticCxx(const Target &target, llvm::StringRef prefix);

/// Whether it is the folder of our OpenSSL. openssl-sys reads it before it runs pkg-config, so it would hide
/// a person's packages.
bool isOpensslFolder(const Variable &variable);

/// What decides which variables have a use on this machine.
struct Facts {
  uint16_t hostMachine;            ///< e_machine: programs of another need a runner
  bool takesFlags = false;         ///< the caller checks that no rustflags are set, which ours would replace
  bool needsOpensslFolder = false; ///< our OpenSSL is installed, and no pkg-config that finds it
  bool hasPath = true;             ///< PATH has our tools: a tool in a folder with a space can be named
};

/// `variables` of `target` without those that have no use.
std::vector<Variable> usefulOf(std::vector<Variable> variables, const Target &target, const Facts &facts);

/// The same without a path of an installation: tools are names that PATH resolves, on each host. CMake's
/// toolchain file and bindgen's arguments are left out, because only a path can express them.
std::vector<Variable> portableEnvironmentFor(const Target &target);

/// CC, CXX, AR and the like, for builds that ignore their TARGET (rdkafka-sys), and for Go, which names its
/// targets in GOOS and GOARCH. HOST_CC and its like are always among them: without these, cc-rs compiles for
/// the host with CC.
std::vector<Variable> plainEnvironmentFor(const Target &target, llvm::StringRef prefix);

/// The names by which cc-rs looks up `variable` (CC, CFLAGS, …) for the target `triple`. The first that is
/// set counts (cc 1.11, `Build::getenv_with_target_prefixes`).
std::vector<std::string> namesInCcRs(llvm::StringRef variable, llvm::StringRef triple);

/// `text` as a basic string of TOML. Its escapes are those of JSON.
std::string quotedForToml(llvm::StringRef text);

/// A comment that ends each line of ours in a cargo configuration. `lambda-cc init --undo` removes these
/// lines.
inline constexpr llvm::StringLiteral cargoMark = " # lambda-cc";

/// The header of the table `name` in a cargo configuration, and the line of a key, both with the mark.
std::string cargoHeader(llvm::StringRef name);
std::string cargoLine(llvm::StringRef key, llvm::StringRef value);

/// The line of `variable`: by its key in the table of its target, or by its name in [env]. Flags are a list:
/// cargo joins those of several configurations, and accepts no string beside a list.
std::string cargoLine(const Variable &variable);

/// What `env` prints and `exec` sets.
struct Environment {
  std::vector<Variable> variables;
  std::string dropIn; ///< the folder that is to be the first of PATH: its cc builds for the host's own triple
  std::string path;   ///< the caller's PATH, with that folder first
  char separator = llvm::sys::EnvPathSeparator; ///< of the folders in PATH
};

/// The value of PATH that has `folder` first, and only once.
std::string withFirst(llvm::StringRef folder, llvm::StringRef path,
                      char separator = llvm::sys::EnvPathSeparator);

/// A way to write an environment down: for a shell, for cargo, for a CI runner, for a program.
struct Format {
  llvm::StringLiteral name;
  std::string (*write)(const Environment &environment);
};
llvm::ArrayRef<Format> formats();

} // namespace lambdacc

#endif
