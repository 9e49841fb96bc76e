//===- CallerVariables.h - Where callers look for a target's tools ----------===//
//
// Each caller (cargo, cc-rs, cmake-rs, bindgen, ...) has its own variables, with the target in their names.
// Those of several targets can be set at once, and they do not change what is built for the host. A person
// sets them once; our tools do not read them.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_CALLERS_CALLERVARIABLES_H
#define LAMBDA_CC_CALLERS_CALLERVARIABLES_H

#include "Target.h"
#include <string>
#include <vector>

namespace lambdacc {

struct Variable {
  std::string name;
  std::string value;
  llvm::StringRef reader;        ///< the program that looks it up
  llvm::StringRef linkerOf = ""; ///< a triple, if cargo's config has a key for it: the linker of that target
};

/// The variables that callers need for `target`, with the tools in `prefix`/bin.
std::vector<Variable> environmentFor(const Target &target, llvm::StringRef prefix);

/// The same without a path of an installation: tools are names that PATH resolves. CMake's toolchain file and
/// bindgen's arguments are left out, because only a path can express them.
std::vector<Variable> portableEnvironmentFor(const Target &target);

/// CC, CXX, AR and the like, for builds that ignore their TARGET (rdkafka-sys). HOST_CC and its like are
/// always among them: without these, cc-rs compiles for the host with CC.
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

/// What `env` prints and `exec` sets.
struct Environment {
  std::vector<Variable> variables;
  std::string dropIn; ///< the folder that is to be the first of PATH: its cc builds for the host's own triple
  std::string path;   ///< the caller's PATH, with that folder first
};

/// The value of PATH that has `folder` first, and only once.
std::string withFirst(llvm::StringRef folder, llvm::StringRef path);

/// A way to write an environment down: for a shell, for cargo, for a CI runner, for a program.
struct Format {
  llvm::StringLiteral name;
  std::string (*write)(const Environment &environment);
};
llvm::ArrayRef<Format> formats();

} // namespace lambdacc

#endif
