//===- Toolchain.h - The programs and files that a target is built with -----===//
//
// What Find.h found: plain values, so that a plan can be made of them without looking at the disk.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_TOOLCHAIN_H
#define LAMBDA_CC_TOOLCHAIN_TOOLCHAIN_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <string>

namespace lambdacc {

/// A program, and what must stand before its first argument: zig holds a whole clang under `zig clang`, and
/// rust-lld is GNU's linker as `rust-lld -flavor gnu`.
struct Program {
  std::string path;
  llvm::SmallVector<std::string, 2> prefix = {};

  bool found() const { return !path.empty(); }
};

/// The cc or c++ that would be run if the drop-in folder were not on PATH.
struct HostCc {
  Program program;
  std::string
      path; ///< PATH without the folders where that is us: a wrapper of the host's may look cc up again
};

/// Whose command line a linker reads.
enum class LinkerKind {
  Lld,
  Mold,
  Gnu,   ///< GNU's ld.bfd and gold
  Other, ///< a person's own choice, that we know nothing of
};

/// A field is empty where the invocation has no need of it: a link of objects has no clang.
struct Toolchain {
  std::string bin;     ///< where our own tools lie
  std::string sysroot; ///< holds include/, include/c++/v1 and lib/
  std::string lib;     ///< the folder of what belongs to the compiler: libc++.a, crtbegin.o
  std::string libc; ///< the folder of what belongs to the libc: libc.a, crt1.o; for glibc that of the ceiling
  std::string resourceDir; ///< clang's own headers; empty where clang must find them itself
  Program clang;
  Program cache; ///< runs clang and keeps what it compiles: ccache or sccache, where the user asks for one
  Program linker;
  LinkerKind linkerKind = LinkerKind::Lld;
  unsigned linkerLlvm = 0; ///< the major version of the LLVM that reads bitcode for it; 0 where that can't be
                           ///< told or nobody asks

  /// The ld of ours for the target, which clang's driver is to run.
  std::string ownLd;

  /// The tools of ours that the caller asks for by a plain name, "ld": where they are. One that is not there
  /// has no row.
  std::map<std::string, std::string> tools;

  /// Where the start object of that name lies: compiler-rt's crtbegin.o and crtend.o, or one of libc's.
  std::string startObject(llvm::StringRef name) const {
    bool ofCompiler = name.starts_with("crtbegin") || name.starts_with("crtend");
    return (ofCompiler ? lib : libc) + "/" + name.str();
  }

  /// Start objects that the caller named without a folder, and that are not in its folder: where ours are.
  std::map<std::string, std::string> startObjects;

  /// Whether the caller brings the start object of a static PIE, and that relocates by DT_RELR.
  bool bringsRelr = false;

  /// Whether a link of rustc's finds its -lunwind in a folder of a crate's, and not in Rust's own.
  bool bringsUnwinder = false;
};

} // namespace lambdacc

#endif
