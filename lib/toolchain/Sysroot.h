//===- Sysroot.h - Headers and libraries of a target -----------------------===//
//
// They are found relative to the executable, so that a prefix can be moved:
//
//   <prefix>/bin/lambda-cc and its names
//   <prefix>/share/lambda-cc/sysroots/<triple>/{include,lib}
//   <prefix>/share/lambda-cc/libraries/<triple>/<library>/{include,lib}
//   <prefix>/share/lambda-cc/libraries/<triple>/pkgconfig
//
// For glibc, lib/2.17, lib/2.18, … contain what depends on the ceiling: stub libraries (names and versions,
// no code) and start objects.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_SYSROOT_H
#define LAMBDA_CC_TOOLCHAIN_SYSROOT_H

#include "Target.h"
#include "Toolchain.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <string>

namespace lambdacc {

/// The advice for a sysroot that is missing or incomplete. A user of a package has nothing to build it from.
constexpr llvm::StringLiteral cureForSysroot =
    "remove this lambda-cc and install it again, with all that it brings";

/// The sysroot of `target`, or an error if its libc is missing or permissions hide it. `executable` is the
/// real path of the running program.
llvm::Expected<std::string> findSysroot(const Target &target, llvm::StringRef executable,
                                        llvm::vfs::FileSystem &fs);

/// The same for a list of all targets. Empty if it is not installed.
llvm::Expected<std::string> findInstalledSysroot(const Target &target, llvm::StringRef executable,
                                                 llvm::vfs::FileSystem &fs);

/// Where the libraries of OwnLibraries.h for `target` are, if they are installed.
std::string librariesFolder(const Target &target, llvm::StringRef executable);

/// The same. Empty if they are not installed. An error if permissions hide them: a build would take them for
/// not installed.
llvm::Expected<std::string> findLibraries(const Target &target, llvm::StringRef executable,
                                          llvm::vfs::FileSystem &fs);

/// The contents of a file made-of: a sysroot's, which cmake/sysroots/record.sh writes, or that of Bundled.h.
struct SysrootRecord {
  std::string scripts;              ///< the digest of the scripts that built it, or the sysroots it goes with
  uint64_t files = 0;               ///< the number of its other files
  std::vector<std::string> sources; ///< "musl 1.2.5"
};

/// None if the file is missing or can't be read.
std::optional<SysrootRecord> recordOf(llvm::StringRef sysroot, llvm::vfs::FileSystem &fs);

/// The folder of the libc of `target` in its sysroot: lib, or for glibc lib/<ceiling>.
std::string libcFolder(const Target &target, llvm::StringRef sysroot);

/// For each of `inputs` that is the bare name of a start object, and that the caller's folder does not have:
/// the path of ours. rustc passes bare names if its std has no self-contained/ folder, as one that is built
/// from source (requirements.md R20).
StartObjects findStartObjects(llvm::ArrayRef<llvm::StringRef> inputs, const Toolchain &toolchain,
                              llvm::vfs::FileSystem &fs);

/// Whether `inputs` have the start object of a static PIE, rcrt1.o, of a musl from 1.2.4 on, which applies
/// DT_RELR. The version is read from the libc.a beside it. rustup's Rust up to 1.92, of 2026, has musl 1.2.3
/// or older.
bool bringsRelr(llvm::ArrayRef<llvm::StringRef> inputs, llvm::vfs::FileSystem &fs);

} // namespace lambdacc

#endif
