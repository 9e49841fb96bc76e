//===- Runtime.h - The systems that Lambda runs functions on --------------===//
#ifndef LAMBDA_CC_TARGET_RUNTIME_H
#define LAMBDA_CC_TARGET_RUNTIME_H

#include "Checked.h"
#include "CpuLevel.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VersionTuple.h"
#include <optional>
#include <string>

namespace lambdacc {

/// The days of AWS's deprecation of a runtime, as "2026-07-31". Functions that exist still run after them.
struct Support {
  llvm::StringLiteral ends;    ///< from then on AWS fixes nothing
  llvm::StringLiteral updates; ///< from then on functions can't be updated
  Checked checked;
};

/// What is known of the libraries of a runtime.
enum class Listing {
  Al2,
  Al2023,
  Glibc, ///< an image with a glibc: its author decides about the rest
  Musl,  ///< an image with musl
};

/// A system that functions run on: a row of runtimes(), or what parseRuntime() makes of a name.
struct Runtime {
  llvm::StringRef name;  ///< as AWS writes it: "provided.al2"; or as the caller wrote it, for an image
  llvm::StringRef token; ///< in the names of tools: "al2"; "" without a row
  Listing listing = Listing::Glibc;
  // Versions that only the author of an image knows are empty.
  llvm::VersionTuple glibc = {};
  llvm::VersionTuple glibcxx = {};       ///< of its libstdc++.so.6, as in GLIBCXX_3.4.24
  llvm::VersionTuple cxxabi = {};        ///< of the same, as in CXXABI_1.3.11
  llvm::VersionTuple gcc = {};           ///< of its libgcc_s.so.1, as in GCC_7.0.0
  std::optional<Checked> libraries = {}; ///< the listing of its /lib64; none for an image
  std::optional<Support> support = {};   ///< none for an image
  /// The CPU of Managed Instances. Elsewhere AWS chooses the hosts: lambdaFloor().
  std::optional<CpuFloor> cpu = {};

  bool isImage() const { return listing == Listing::Glibc || listing == Listing::Musl; }
};

/// The runtimes of functions in a zip, the oldest first.
llvm::ArrayRef<Runtime> runtimes();

/// The CPU that a program for `arch` may need on `runtime`; null for all hosts of Lambda. So are programs of
/// another architecture than that of the instances: a build compiles some for itself.
CpuFloor floorOf(const Runtime *runtime, llvm::Triple::ArchType arch);

/// "provided.al2 and provided.al2023".
std::string joinWithAnd(llvm::ArrayRef<const Runtime *> runtimes);

/// The architecture of a function by AWS's name, x86_64 or arm64, and another machine by its own.
std::string architectureName(uint16_t machine);

/// Whether a runtime has a shared library.
enum class Presence {
  Absent,
  InImage,    ///< in the container image; AWS does not promise its contents, and functions in a zip have less
  Guaranteed, ///< libc, runtime libraries of the compiler, and libz: every program relies on them
  Unknown,    ///< the author of an image decides about it
};

/// Whether `runtime` has `soname`, for programs with the e_machine `machine`.
Presence presenceOf(llvm::StringRef soname, uint16_t machine, const Runtime &runtime);

/// Whether `soname` is a part of another libc than that of `runtime`. Then no file of that name helps.
bool isOfOtherLibc(llvm::StringRef soname, uint16_t machine, const Runtime &runtime);

} // namespace lambdacc

#endif
