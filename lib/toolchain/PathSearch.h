//===- PathSearch.h - Programs in the folders of PATH -----------------------===//
//
// What the finders of Providers.h share.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_PATHSEARCH_H
#define LAMBDA_CC_TOOLCHAIN_PATHSEARCH_H

#include "Providers.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallString.h"

namespace lambdacc {

/// `folder`/a/b for the names a, b.
llvm::SmallString<256> under(llvm::StringRef folder, std::initializer_list<llvm::StringRef> names);

/// The path without links, or `file` itself where there is none.
llvm::SmallString<256> realPath(llvm::StringRef file, llvm::vfs::FileSystem &fs);

/// The paths of what lies in `folder`; none where it can't be read.
std::vector<std::string> entries(const llvm::SmallString<256> &folder, llvm::vfs::FileSystem &fs);

/// Whether `file` is one that this user can execute.
bool isProgram(llvm::StringRef file, llvm::vfs::FileSystem &fs);

/// Of the files that `name` means, by its folder or in PATH, why those that are there can't be executed.
std::vector<std::string> whyNoneExecuted(const Places &places, llvm::StringRef name);

/// The first program of PATH by that name, or "".
std::string findOnPath(const Places &places, llvm::StringRef name);

/// The first that is not isOurs(), or "".
std::string findOthersOnPath(const Places &places, llvm::StringRef name);

/// The major version of the LLVM that `file` lies in, as its path or that of what it links to says; 0 where
/// none does: /usr/bin/ld.lld-19 is /usr/lib/llvm-19/bin/lld, and /opt/homebrew has llvm@19.
unsigned llvmOfPath(llvm::StringRef file, llvm::vfs::FileSystem &fs);

/// A program, or "", and the major version of its LLVM, or 0 where that can't be told.
struct Versioned {
  std::string file;
  unsigned major = 0;
};

/// In the first folder of PATH that has one that works: the newest of `name` and `name`-N. A plain one whose
/// version can't be told, by `majorOf`, is somebody's choice. Where all are too old, the first. Names with a
/// version are looked for only where isSearched().
Versioned findNewest(const Places &places, llvm::StringRef name,
                     llvm::function_ref<unsigned(llvm::StringRef file)> majorOf);

/// The same, by llvmOfPath().
Versioned findNewest(const Places &places, llvm::StringRef name);

/// Whether more than a plain name is looked for in `folder`: it is absolute, and others can't write to it.
bool isSearched(llvm::StringRef folder, llvm::vfs::FileSystem &fs);

/// `file` in the role of an LLVM tool: with what must stand before its arguments.
Program inRole(std::string file, llvm::StringRef role);

/// Whether `real`, a path without links, is what keeps or distributes the work of a compiler.
bool isCache(llvm::StringRef real);

/// Whether `real`, a path without links, is the running program, a copy of it, or a lambda-cc of another
/// installation: it would look for the program again, without an end.
bool isOurs(llvm::StringRef real, const Places &places);
llvm::Error namesOurs(llvm::StringRef variable, llvm::StringRef name);

/// The program that a variable of the user's names.
llvm::Expected<Program> chosenProgram(const Places &places, llvm::StringRef variable, llvm::StringRef chosen,
                                      llvm::StringRef role);

/// What a finder looked for.
struct Wanted {
  std::vector<llvm::StringRef> names;
  llvm::StringRef numbered = ""; ///< the one of them that has names with a version, too
};

/// The error where nothing of that is in PATH. `more` is further evidence, `install` what helps.
llvm::Error nothingFound(const Places &places, llvm::StringRef what, const Wanted &wanted,
                         std::vector<std::string> more, llvm::StringRef install);

} // namespace lambdacc

#endif
