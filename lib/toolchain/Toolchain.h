//===- Toolchain.h - The programs and files that a target is built with -----===//
//
// The result of Find.h. These are plain values, so that lib/plan can make a plan without reading files.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_TOOLCHAIN_H
#define LAMBDA_CC_TOOLCHAIN_TOOLCHAIN_H

#include "Switches.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lambdacc {

/// A program, and the arguments that must come first: `zig clang` runs the clang inside zig, and `rust-lld
/// -flavor gnu` links as GNU's linker does.
struct Program {
  std::string path;
  llvm::SmallVector<std::string, 2> prefix = {};

  bool found() const { return !path.empty(); }
};

/// The cc or c++ that would run if the drop-in folder were not on PATH.
struct HostCc {
  Program program;
  std::string path; ///< PATH without the folders that have our own cc: a wrapper may look cc up again
};

/// What is known of a linker's options.
enum class LinkerKind {
  Lld,
  Mold,
  Gnu,   ///< GNU's ld.bfd and gold
  Other, ///< another linker that the user chose; its options are unknown
};

/// A GCC that compiles in place of clang.
struct Gcc {
  Program program;
  unsigned major = 0;  ///< of its version
  std::string include; ///< the folder of its own headers: stddef.h, immintrin.h
  std::string fixed;   ///< the folder of its limits.h, if that is another
};

/// The paths of start objects by their names. A StringRef finds one, too.
using StartObjects = std::map<std::string, std::string, std::less<>>;

/// A field is empty if the invocation does not need it: a link of objects needs no compiler.
struct Toolchain {
  std::string bin;       ///< the folder of our own tools
  std::string sysroot;   ///< has include/, include/c++/v1 and lib/
  std::string lib;       ///< the folder of the compiler's libraries: libc++.a, crtbegin.o
  std::string libc;      ///< the folder of the libc: libc.a, crt1.o; for glibc that of the ceiling
  std::string libraries; ///< the folder of the target's libraries of OwnLibraries.h; empty if not installed
  /// The folders of their archives.
  std::vector<std::string> libraryFolders() const;
  /// Those of Needs::libraries that no folder of the caller's has: the link takes lambda-cc's.
  std::vector<std::string> ownLibraries;
  std::string resourceDir; ///< clang's own headers and runtime; empty if clang must find it itself
  Program clang;
  unsigned clangMajor = 0;     ///< its version; 0 if not needed, or if its path does not show it, as for zig
  bool ownClang = false;       ///< it is lambda-cc's own, of Bundled.h
  bool loadsPlugins = true;    ///< whether `clang` does: LLVM's driver build is a static executable
  std::optional<Gcc> gcc = {}; ///< set in place of `clang` if LAMBDA_CC_GCC chooses a GCC
  const Program &compiler() const { return gcc ? gcc->program : clang; }
  std::string gccSpecs; ///< gcc.specs, with which gcc links by `ownLd`
  Program cache;        ///< the one of isCache() that runs the compiler, if LAMBDA_CC_CACHE sets one
  Program linker;
  LinkerKind linkerKind = LinkerKind::Lld;
  bool linkerLoadsPlugins = true; ///< as loadsPlugins
  unsigned linkerLlvm = 0; ///< the major version of its LLVM, which reads bitcode; 0 if unknown or not needed

  /// Our <triple>-ld, which the compiler's driver is to run.
  std::string ownLd;

  /// The paths of our own tools that the caller names without a triple, by that name: "ld". A tool that is
  /// missing has no row.
  std::map<std::string, std::string> tools;

  /// The paths of Needs::files, by the queried name. A file that is not there has no row.
  std::map<std::string, std::string> files;

  /// The path of a start object: compiler-rt has crtbegin.o and crtend.o, libc the others.
  std::string startObject(llvm::StringRef name) const {
    bool ofCompiler = name.starts_with("crtbegin") || name.starts_with("crtend");
    return (ofCompiler ? lib : libc) + "/" + name.str();
  }

  /// Start objects that the caller named without a folder and does not have itself, with the paths of ours.
  StartObjects startObjects;

  /// Whether the caller brings the start object of a static PIE, and it applies DT_RELR.
  bool bringsRelr = false;

  Malloc malloc = Malloc::Libc; ///< LAMBDA_CC_MALLOC
  /// Whether the mimalloc.o that a link names is in a folder of the caller.
  bool bringsMallocObject = false;

  /// Whether a link by rustc takes -lunwind from a crate's folder, and not from Rust's own.
  bool bringsUnwinder = false;
};

} // namespace lambdacc

#endif
