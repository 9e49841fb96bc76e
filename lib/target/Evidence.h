//===- Evidence.h - The target that arguments speak of ----------------------===//
//
// rustc runs plain `cc` for every target that has no linker set, and says nowhere which it links for
// (callers.md R1, R45). In the drop-in folder that `cc` is ours. What it is for shows in what it is given.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TARGET_EVIDENCE_H
#define LAMBDA_CC_TARGET_EVIDENCE_H

#include "Target.h"
#include <vector>

namespace lambdacc {

struct Evidence {
  llvm::StringRef triple; ///< of --target= or -target, or ""
  std::vector<llvm::StringRef>
      paths; ///< files for the linker and folders of libraries, in the caller's order
  std::vector<llvm::StringRef> places; ///< of the output, of sources, and the folder that the tool is run in
  uint16_t machine = 0;                ///< e_machine of the first object, or 0: none, or not looked at
};

struct Guess {
  const Target *target; ///< null: the host
  std::string why;
};

/// The target of a call, by the evidence in this order:
///
///   1. an explicit --target=
///   2. a path in Rust's own libraries: rustc names lib/rustlib/<triple> in every link. The host's own triple
///      is a target only with evidence of the next kind
///   3. a path in cargo's folder for a target, <triple>/<profile>/deps
///   4. an output, a source or a working folder in cargo's folder for the host's own triple: cc-rs runs plain
///      cc for it. For others that is where a build script compiles what it runs on the host
///   5. an object of a machine that is not the host's: the first target of that machine
///   6. nothing: the host
Guess guessTarget(const Evidence &evidence, uint16_t hostMachine);

/// Whether rustc links what cargo runs on the host: a build script, or a procedural macro. cargo takes the
/// linker that is set for a triple for these, too, where the triple is the host's.
bool isHostTool(llvm::StringRef output, llvm::ArrayRef<llvm::StringRef> files);

} // namespace lambdacc

#endif
