//===- Providers.h - Where clang, ld.lld and llvm-ar come from --------------===//
//
// lambda-cc's own LLVM (Bundled.h) serves where it is installed. Else one that is already there: a
// distribution's, rustup's rust-lld, or the static LLVM inside PyPI's ziglang. No program is run to learn its
// version: file names and clang's resource folder show it.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_PROVIDERS_H
#define LAMBDA_CC_TOOLCHAIN_PROVIDERS_H

#include "System.h"
#include "Target.h"
#include "Toolchain.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace lambdacc {

/// The oldest clang that has all options of our plans: --no-default-config came with 16.
constexpr unsigned oldestClang = 16;

/// The oldest GCC with clang's defaults: -fno-common, and on arm -moutline-atomics, came with 10.
constexpr unsigned oldestGcc = 10;

/// Where programs are searched for.
struct Places {
  llvm::ArrayRef<std::string> path; ///< the folders of PATH
  llvm::vfs::FileSystem &fs;
  llvm::StringRef executable = ""; ///< the running program, which a search passes over
  llvm::StringRef tried = "";      ///< LAMBDA_CC_TRIED: the programs that this call has run, joined like PATH
  System host = hostSystem();      ///< its names of programs, and the folders that it adds to PATH for LLVM
};

/// The clang that `chosen`, LAMBDA_CC_CLANG, names; else lambda-cc's own; else findClangOnPath().
llvm::Expected<Program> findClang(const Places &places, llvm::StringRef chosen);

/// The newest clang of the first folder of PATH that has one from oldestClang on; else zig's. After PATH the
/// llvmFolders() are searched. Apple's clang is passed over.
llvm::Expected<Program> findClangOnPath(const Places &places);

/// The major version of a clang with that resource folder, or 0 if neither the folder nor its path shows it.
unsigned clangMajor(llvm::StringRef clang, llvm::StringRef resourceDir, llvm::vfs::FileSystem &fs);

/// The GCC that compiles for `target` in place of clang, with the folder of its headers. `chosen` is
/// LAMBDA_CC_GCC: for auto <arch>-linux-gnu-gcc of PATH, or gcc if it compiles for that machine; none for off
/// and "".
llvm::Expected<std::optional<Gcc>> findGcc(const Places &places, const Target &target,
                                           llvm::StringRef chosen);

/// The same for each machine, for lists: "gcc for aarch64", and none if there is an error. Empty if no GCC is
/// chosen.
std::vector<std::pair<std::string, std::optional<Program>>> gccsOfMachines(const Places &places,
                                                                           llvm::StringRef chosen);

/// Whether `program` is a GCC, by its name: gcc, gcc-12 or <triple>-gcc.
bool isGcc(const Program &program, llvm::vfs::FileSystem &fs);

/// What `chosen`, the value of LAMBDA_CC_CACHE, selects: ccache, sccache, distcc or icecc by name; for auto
/// the first cache on PATH. For off and "", and for auto without either, the result is not found().
llvm::Expected<Program> findCache(const Places &places, llvm::StringRef chosen);

/// clang's resource folder, which has include/stddef.h, or "" if the path of `clang` does not show it.
std::string findResourceDir(const Program &clang, llvm::vfs::FileSystem &fs);

/// lambda-cc's own ld.lld, unless `preferRust` is set and the Rust in `rustLibraries` has a newer LLVM, or
/// one of unknown version. Else the ld.lld of PATH, found as clang is; else zig's; else the rust-lld of a
/// Rust in `rustLibraries`. But rust-lld comes before an ld.lld that is not newer: it starts in half the time
/// (test/bench), and reads the same bitcode. With `preferRust` rust-lld always comes first. Only it is sure
/// to read the bitcode of its rustc, which has a newer LLVM than any distribution (requirements.md R33).
/// `chosen` is LAMBDA_CC_LLD or "".
llvm::Expected<Program> findLinker(const Places &places, llvm::StringRef chosen,
                                   llvm::ArrayRef<llvm::StringRef> rustLibraries, bool preferRust);

/// The kind of `linker`, by its name.
LinkerKind kindOf(const Program &linker);

/// The major version of the LLVM of `linker`, or 0 if its path does not show it.
unsigned llvmOf(const Program &linker, llvm::vfs::FileSystem &fs);

/// The linker of -fuse-ld= or --ld-path=: a path, or a name to look up on PATH.
llvm::Expected<Program> findNamedLinker(const Places &places, llvm::StringRef name);

/// One of LLVM's binutils, by its LLVM name such as "llvm-ar". lambda-cc's own, except llvm-strings, which
/// LLVM's driver build does not have; else that of PATH. It is found as clang is, because an older one can't
/// read the bitcode of a newer clang.
llvm::Expected<Program> findBinutil(const Places &places, llvm::StringRef name);

/// The first program `name` (cc, c++, ar, …) of PATH that is not lambda-cc, and not in `places.tried`.
/// `package`, a row of packageCommand(), has it.
llvm::Expected<HostCc> findHostCc(const Places &places, llvm::StringRef name,
                                  llvm::StringRef package = "gcc");

/// The host's pkg-config, or pkgconf.
llvm::Expected<Program> findPkgConfig(const Places &places);

/// The cargo that runs next.
struct NextCargo {
  std::string program;
  bool isRepeated = false; ///< all of them are in `places.tried`, and this is the first again
};

/// The next `cargo` on PATH behind our own, of those that are not in `places.tried`. If there is none behind
/// it, one before it. `called` is the path by which we were called, or only a name.
llvm::Expected<NextCargo> findNextCargo(const Places &places, llvm::StringRef called);

/// The qemu-user that runs programs of `machine`, such as "aarch64"; not found() if there is none.
Program findEmulator(const Places &places, llvm::StringRef machine);

} // namespace lambdacc

#endif
