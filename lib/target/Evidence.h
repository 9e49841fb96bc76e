//===- Evidence.h - Which target a call of a plain tool is for ------------===//
//
// rustc runs plain `cc` for every target without a configured linker, and does not pass the target
// (docs/requirements.md R1, R45). In the drop-in folder, that `cc` is ours. Its arguments and environment
// show the target.
//
// By default, a plain `cc` is for the host: a build script compiles its own programs with it, in the same
// OUT_DIR as the target's objects. So a compile and the link of its objects must choose the same target. The
// folder of an output is not evidence, except for the host's own triple.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TARGET_EVIDENCE_H
#define LAMBDA_CC_TARGET_EVIDENCE_H

#include "Target.h"
#include <vector>

namespace lambdacc {

/// What an input of a link shows.
struct ObjectEvidence {
  std::string file;     ///< in the linker's spelling: lib.a(member.o)
  uint16_t machine = 0; ///< e_machine, or 0 if it is unknown or not an object
  /// The libc with the headers that it was compiled against. UnknownEnvironment if the object does not show
  /// it.
  llvm::Triple::EnvironmentType libc = llvm::Triple::UnknownEnvironment;
  std::string symbol;       ///< the symbol that shows the libc: "__isoc99_sscanf"
  bool isFromClang = false; ///< compiled by a clang, as our objects are
};

struct Evidence {
  llvm::StringRef host;                ///< the host's own triple, or "" if it is unknown
  llvm::StringRef triple;              ///< from --target= or -target, or ""
  std::vector<llvm::StringRef> paths;  ///< input files and library folders of the link, in the caller's order
  std::vector<llvm::StringRef> places; ///< sources, outputs of compiles, and OUT_DIR
  llvm::StringRef folder;              ///< working directory of the tool
  std::vector<ObjectEvidence> objects; ///< objects of the link that were read
  bool isQuery = false;                ///< without an input file: --version, -dumpmachine
  /// The host has a clang under the tool's name, or possibly. Its objects look like ours.
  bool hostHasClang = false;
  /// The target of the build script that runs the tool. Null outside of build scripts, and for the host's own
  /// triple.
  const Target *buildScriptTarget = nullptr;
  llvm::StringRef compilerVariable; ///< "CC" or "CXX", if it names the tool in that build script, else ""
  llvm::StringRef package = "";     ///< the crate of the build script
  /// The target of the tool of lambda-cc that CC or CXX names, outside of build scripts. Only for tools that
  /// find libraries: `CC=aarch64-unknown-linux-musl-gcc ./configure` runs plain pkg-config.
  const Target *targetOfCc = nullptr;
};

struct Guess {
  const Target *target; ///< null for the host
  std::string why;
  bool ofArguments = true;  ///< objects of the link cannot change the result
  bool isOwnTriple = false; ///< the host, because of a --target= that only clang understands
};

/// Chooses the target of a call, by the first evidence in this order:
///
/// The host's own triple may be that of a target: a -gnu target on a host with glibc, a -musl target on a
/// host with musl. Then it is evidence for neither.
///
///   1. An explicit --target=. The host's own triple means the host, because cc-rs passes it to each clang.
///   With evidence 3 it means the target.
///   2. A path in Rust's own libraries: rustc passes lib/rustlib/<triple> in every link. The host's own
///   triple means the host here, too.
///   3. A file in a folder that only rustc writes to, <triple>/<profile>/deps, or one of rustc's, .rcgu.o or
///   .rlib, in <triple>/<profile>/build, where cargo 1.100 links. For the host's own triple: any folder below
///   <triple>/<profile>, also of an output, a source, or the working directory, because cc-rs runs plain cc
///   for it.
///   4. The first object that shows a target, by another machine; or the host, by the headers of its libc. In
///   cargo's folder for another target of the host's machine, or in its build script: by the headers of that
///   target's libc, or by a compiler that the host does not have.
///   5. CC or CXX of a build script names the tool: then it compiles for the script's target.
///   6. The build script is of a crate that compiles for its target with plain compilers, and nothing for the
///   host.
///   7. A query in a build script. The caller queries plain cc, then compiles with --target=, and both must
///   be the same compiler.
///   8. `targetOfCc`.
///   9. Otherwise: the host.
Guess guessTarget(const Evidence &evidence);

/// The triple in …/lib/rustlib/<triple>/…, or "".
llvm::StringRef rustTriple(llvm::StringRef file);

/// Whether `path` is in one of cargo's folders for a target: <triple>/<profile>/deps, build or examples.
bool isInCargoFolder(llvm::StringRef path);

/// Whether `value`, from CC or CXX, names the tool `name`. "gcc" and "ccache gcc -m64" name gcc, and also
/// g++, the same compiler for C++. A path names another program.
bool namesTool(llvm::StringRef value, llvm::StringRef name);

/// Whether rustc links a program that cargo runs on the host: a build script or a procedural macro. If the
/// target is the host's own triple, cargo uses its configured linker for these, too.
bool isHostTool(llvm::StringRef output, llvm::ArrayRef<llvm::StringRef> files);

} // namespace lambdacc

#endif
