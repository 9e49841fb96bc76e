//===- Sysroot.h - Headers and libraries of a target -----------------------===//
//
// They lie relative to the executable, so that a prefix can be moved anywhere:
//
//   <prefix>/bin/lambda-cc and its names
//   <prefix>/share/lambda-cc/sysroots/<triple>/{include,lib}
//
// For glibc, lib/2.17 and so on hold what depends on the ceiling: shared libraries that have names and
// versions and no code, and start objects.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_SYSROOT_H
#define LAMBDA_CC_TOOLCHAIN_SYSROOT_H

#include "Target.h"
#include "Toolchain.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <map>
#include <string>

namespace lambdacc {

/// What helps where a sysroot is missing, or in part: who installed a package has nothing to build it from.
constexpr llvm::StringLiteral cureForSysroot =
    "remove this lambda-cc and install it again, with all that it brings";

/// The sysroot of `target`. `executable` is the real path of the running program.
llvm::Expected<std::string> findSysroot(const Target &target, llvm::StringRef executable,
                                        llvm::vfs::FileSystem &fs);

/// What a sysroot says of itself, in its file made-of (cmake/sysroots/record.sh).
struct SysrootRecord {
  std::string scripts;              ///< a digest of the scripts that made it
  uint64_t files = 0;               ///< how many it has beside this one
  std::vector<std::string> sources; ///< "musl 1.2.5"
};

/// None where it doesn't say.
std::optional<SysrootRecord> recordOf(llvm::StringRef sysroot, llvm::vfs::FileSystem &fs);

/// The folder in which the libc of `target` lies, in its sysroot.
std::string libcFolder(const Target &target, llvm::StringRef sysroot);

/// For each of `inputs` that is the bare name of a start object, and no file of the caller's: where ours is.
/// rustc passes bare names where its std has no self-contained/ folder (a std built from source: callers.md
/// R20).
std::map<std::string, std::string> findStartObjects(llvm::ArrayRef<llvm::StringRef> inputs,
                                                    const Toolchain &toolchain, llvm::vfs::FileSystem &fs);

/// Whether the start object of a static PIE that is among `inputs` is a musl's that relocates by DT_RELR, as
/// its start code does from 1.2.4 on. The libc.a beside it tells the version. rustup's Rust has 1.2.3 up
/// to 1.92, of 2026.
bool bringsRelr(llvm::ArrayRef<llvm::StringRef> inputs, llvm::vfs::FileSystem &fs);

} // namespace lambdacc

#endif
