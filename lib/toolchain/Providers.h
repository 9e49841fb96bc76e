//===- Providers.h - Where clang, ld.lld and llvm-ar come from --------------===//
//
// Nobody has to install an LLVM for us if one is there: a distribution's, rustup's rust-lld, or the whole
// static LLVM inside PyPI's ziglang. A provider is a row of a table. No program is started to learn its
// version: the names and the folder of clang's own headers say it.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_PROVIDERS_H
#define LAMBDA_CC_TOOLCHAIN_PROVIDERS_H

#include "Toolchain.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace lambdacc {

/// The oldest clang that has all options our plans use (--no-default-config came with 16).
constexpr unsigned oldestClang = 16;

/// The folders of PATH, and the disk.
struct Places {
  llvm::ArrayRef<std::string> path;
  llvm::vfs::FileSystem &fs;
  llvm::StringRef executable = ""; ///< the running program: one of our own names is no program to run
  llvm::StringRef tried = "";      ///< LAMBDA_CC_TRIED: the programs that ran us, joined by colons
};

/// The clang of the first folder of PATH that has one from oldestClang on, and there the newest; else zig's.
/// `chosen` is LAMBDA_CC_CLANG or "".
llvm::Expected<Program> findClang(const Places &places, llvm::StringRef chosen);

/// The cache of compiled objects that LAMBDA_CC_CACHE chooses: ccache or sccache by its name, the first of
/// them that is installed for auto, and none, which is not found(), for off and "".
llvm::Expected<Program> findCache(const Places &places, llvm::StringRef chosen);

/// The folder with stddef.h and the like that belongs to `clang`, or "" where it can't be told from its path.
std::string findResourceDir(const Program &clang, llvm::vfs::FileSystem &fs);

/// The ld.lld of PATH, found as clang is, else zig's, else the rust-lld of the Rust whose library folder
/// stands in `rustLibraries`. rust-lld comes before an ld.lld that is known to be no newer: it starts in half
/// the time (test/bench), and reads what that reads. `chosen` is LAMBDA_CC_LLD or "". With `preferRust`
/// rust-lld comes first in any case: it alone is sure to read the bitcode of its rustc, whose LLVM is newer
/// than any distribution's (callers.md R33).
llvm::Expected<Program> findLinker(const Places &places, llvm::StringRef chosen,
                                   llvm::ArrayRef<llvm::StringRef> rustLibraries, bool preferRust);

/// Whose command line `linker` reads, by its name.
LinkerKind kindOf(const Program &linker);

/// The major version of the LLVM that `linker` is of, or 0 where its path doesn't tell.
unsigned llvmOf(const Program &linker, llvm::vfs::FileSystem &fs);

/// The linker that -fuse-ld= or --ld-path= names: a path, or a name to look up on PATH.
llvm::Expected<Program> findNamedLinker(const Places &places, llvm::StringRef name);

/// One of LLVM's binutils, by its name in LLVM, "llvm-ar", found as clang is: an older one can't read the
/// bitcode of a newer clang.
llvm::Expected<Program> findBinutil(const Places &places, llvm::StringRef name);

/// The first cc, or c++, of PATH that is not the running program by whatever links, and was not tried before.
llvm::Expected<HostCc> findHostCc(const Places &places, llvm::StringRef name);

/// The host's pkg-config, or pkgconf.
llvm::Expected<Program> findPkgConfig(const Places &places);

} // namespace lambdacc

#endif
