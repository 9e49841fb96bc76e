//===- Evidence.h - The target that a call of a plain tool is for -----------===//
//
// rustc runs plain `cc` for every target that has no linker set, and names the target nowhere (callers.md R1,
// R45). In the drop-in folder that `cc` is ours. What it is for shows in what it is given.
//
// A plain `cc` is the host's: a build script compiles what it runs with it, into the same OUT_DIR that the
// target's objects lie in. So a compile and the link after it must come to the same answer, and the folder of
// an output is no evidence, but for the host's own triple.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TARGET_EVIDENCE_H
#define LAMBDA_CC_TARGET_EVIDENCE_H

#include "Target.h"
#include <vector>

namespace lambdacc {

/// What a file of a link shows.
struct ObjectEvidence {
  std::string file;     ///< as a linker names it: lib.a(member.o)
  uint16_t machine = 0; ///< e_machine, or 0: no object, or not known
  /// The libc whose headers it was compiled against; UnknownEnvironment where that doesn't show.
  llvm::Triple::EnvironmentType libc = llvm::Triple::UnknownEnvironment;
  std::string symbol;       ///< that shows the libc: "__isoc99_sscanf"
  bool isFromClang = false; ///< compiled by a clang, as ours are
};

struct Evidence {
  llvm::StringRef triple; ///< of --target= or -target, or ""
  std::vector<llvm::StringRef>
      paths; ///< files for the linker and folders of libraries, in the caller's order
  std::vector<llvm::StringRef> places; ///< of sources, of the output of what compiles, and OUT_DIR
  llvm::StringRef folder;              ///< that the tool is run in
  std::vector<ObjectEvidence> objects; ///< of the link, as far as they were looked at
  bool isQuery = false;                ///< --version, -dumpmachine: there is no file to work on
  bool hostHasClang = false; ///< or may have, under the name of the tool: its objects are no others than ours
  /// What the build script that the call is of builds for; null outside of one, and for the host's own
  /// triple.
  const Target *buildScriptTarget = nullptr;
  llvm::StringRef compilerVariable; ///< of that script's: CC or CXX, where it names the tool, or ""
};

struct Guess {
  const Target *target; ///< null: the host
  std::string why;
  bool ofArguments = true;  ///< objects can't change it
  bool isOwnTriple = false; ///< the host, by a --target= that only a clang knows
};

/// The target of a call, by the evidence in this order:
///
///   1. an explicit --target=. The host's own triple is the host, since cc-rs names it to each clang, and a
///      target with evidence of the third kind
///   2. a path in Rust's own libraries: rustc names lib/rustlib/<triple> in every link. The host's own triple
///      is the host here, too
///   3. a file in the folders of cargo's that rustc alone writes to, <triple>/<profile>/deps. For the host's
///      own triple that is each folder below <triple>/<profile>, of an output, a source and a working folder,
///      too: cc-rs runs plain cc for it
///   4. the first object of the link that shows one: another machine; glibc's headers; or, in cargo's folder
///      for a target of the host's machine or in its build script, musl's headers or a compiler that the
///      host's is not
///   5. CC or CXX names the tool in the environment of a build script: with that it compiles for its target
///   6. a question in a build script: who asks plain cc and compiles with --target= must find one compiler
///   7. nothing: the host
Guess guessTarget(const Evidence &evidence, uint16_t hostMachine);

/// Whether `path` lies in what cargo keeps for a target: <triple>/<profile>/deps, build or examples.
bool isInCargoFolder(llvm::StringRef path);

/// Whether `value`, of CC or CXX, names the tool `name`: "gcc" and "ccache gcc -m64" name gcc, and g++, which
/// is the same compiler. A path names another program.
bool namesTool(llvm::StringRef value, llvm::StringRef name);

/// Whether rustc links what cargo runs on the host: a build script, or a procedural macro. cargo takes the
/// linker that is set for a triple for these, too, where the triple is the host's.
bool isHostTool(llvm::StringRef output, llvm::ArrayRef<llvm::StringRef> files);

} // namespace lambdacc

#endif
