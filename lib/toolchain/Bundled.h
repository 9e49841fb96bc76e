//===- Bundled.h - The LLVM that a package of lambda-cc brings --------------===//
//
// One static executable with clang, ld.lld and LLVM's binutils, which is LLVM's own driver build. It is found
// relative to the executable, as the sysroots are:
//
//   <prefix>/libexec/lambda-cc/llvm/
//     bin/llvm                 run as `llvm clang`, `llvm ld.lld`, `llvm llvm-ar`
//     bin/clang-22             the same file by another name, for caches
//     lib/clang/22/include     the headers of this clang
//     made-of                  written last, by cmake/llvm/record.sh
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_BUNDLED_H
#define LAMBDA_CC_TOOLCHAIN_BUNDLED_H

#include "Providers.h"
#include <optional>

namespace lambdacc {

struct Bundled {
  std::string folder;
  std::string program; ///< bin/llvm
  std::string version; ///< "22.1.8"
  unsigned major = 0;  ///< 22
};

/// None if it is not installed, which takes one stat. An error if a part of it is missing, or if it was made
/// for the sysroots of another lambda-cc. A search reads made-of, and looks for bin/llvm and stddef.h.
llvm::Expected<std::optional<Bundled>> findBundled(const Places &places);

/// Whether `program`, the value of a variable, is a program of it: bin/llvm or bin/clang-22. Not if it is "".
bool isBundled(llvm::StringRef program, const Places &places);

/// Whether `file` is LLVM's driver build, by its name: llvm. The first argument of such a program is the
/// tool.
bool isLlvmDriver(llvm::StringRef file);

/// `clang`, a driver build, by the name clang-22 beside it; itself if there is none. A cache takes the first
/// argument for the compiler, and needs a compiler that is one.
Program clangForCache(const Program &clang, llvm::StringRef resourceDir, llvm::vfs::FileSystem &fs);

/// The digest of the scripts that make the sysroots for this lambda-cc.
llvm::StringRef sysrootsDigest();

} // namespace lambdacc

#endif
