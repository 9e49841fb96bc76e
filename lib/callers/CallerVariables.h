//===- CallerVariables.h - Where callers look for a target's tools ----------===//
//
// Each caller has variables of its own, with the target in their names: they can stand side by side, for
// several targets, and don't touch what is built for the host. A person sets them once; nothing of ours reads
// them.
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
  llvm::StringRef reader;        ///< who looks it up
  llvm::StringRef linkerOf = ""; ///< a triple, where it is the linker that cargo's config can name
};

/// What callers need for `target`, where the tools lie in `prefix`/bin.
std::vector<Variable> environmentFor(const Target &target, llvm::StringRef prefix);

/// CC, CXX, AR and the like, for builds that ignore their TARGET (rdkafka-sys: requirements.md X7);
/// always with the names that cc-rs has for the host's, since it takes plain ones for the host otherwise
/// (E-1).
std::vector<Variable> plainEnvironmentFor(const Target &target, llvm::StringRef prefix);

/// `word` as a basic string of TOML, whose escapes are JSON's.
std::string quotedForToml(llvm::StringRef word);

/// A way to write variables down: for a shell, for cargo, for a CI runner, for a program.
struct Format {
  llvm::StringLiteral name;
  std::string (*write)(llvm::ArrayRef<Variable> variables);
};
llvm::ArrayRef<Format> formats();

} // namespace lambdacc

#endif
