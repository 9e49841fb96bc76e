//===- PathSearch.h - Programs in the folders of PATH -----------------------===//
//
// The functions that the finders of Providers.h share.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TOOLCHAIN_PATHSEARCH_H
#define LAMBDA_CC_TOOLCHAIN_PATHSEARCH_H

#include "Providers.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallString.h"

namespace lambdacc {

/// `folder`/a/b for the names a, b.
llvm::SmallString<256> joinPath(llvm::StringRef folder, std::initializer_list<llvm::StringRef> names);

/// `file` with all links resolved, or `file` itself if that fails.
llvm::SmallString<256> realPath(llvm::StringRef file, llvm::vfs::FileSystem &fs);

/// The paths of the entries of `folder`; none if it can't be read.
std::vector<std::string> entries(const llvm::SmallString<256> &folder, llvm::vfs::FileSystem &fs);

/// Whether `file` is a regular file that this user can execute.
bool isProgram(llvm::StringRef file, llvm::vfs::FileSystem &fs);

/// A reason for each existing file that `name` may mean, by its folder or in a folder of PATH, and that can't
/// be executed.
std::vector<std::string> whyNoneExecuted(const Places &places, llvm::StringRef name);

/// The path of the program `name` in `folder`.
llvm::SmallString<256> programIn(llvm::StringRef folder, llvm::StringRef name, const Places &places);

/// Whether a search takes `file`: a program that is not a cache, not lambda-cc and not Apple's.
bool isCandidate(llvm::StringRef file, const Places &places);

/// The first program of that name on PATH, or "".
std::string findOnPath(const Places &places, llvm::StringRef name);

/// The file that `program` names: a path itself, else the first of that name on PATH, or "".
std::string fileOf(const Places &places, llvm::StringRef program);

/// The first of them that is not isLambdaCc(), or "".
std::string findOtherOnPath(const Places &places, llvm::StringRef name);

/// The major version of the LLVM that `file` belongs to, by its path or the path that it links to; 0 if
/// neither shows it. /usr/bin/ld.lld-19 is a link to /usr/lib/llvm-19/bin/lld, and /opt/homebrew has llvm@19.
unsigned llvmOfPath(llvm::StringRef file, llvm::vfs::FileSystem &fs);

/// A program, or "", and the major version of its LLVM, or 0 if it is unknown.
struct Versioned {
  std::string file;
  unsigned major = 0;
};

/// Of the first folder of PATH that has `name` or `name`-N from oldestClang on, the newest of them. `majorOf`
/// returns the version of a plain `name`. One of unknown version (0) is taken as it is: somebody put it
/// there. If all are too old, the first of them. `name`-N is only looked for where isSearched().
Versioned findNewest(const Places &places, llvm::StringRef name,
                     llvm::function_ref<unsigned(llvm::StringRef file)> majorOf);

/// The same, with llvmOfPath() as `majorOf`.
Versioned findNewest(const Places &places, llvm::StringRef name);

/// Whether `name`-N is looked for in `folder`: it is absolute, and other users can't write to it.
bool isSearched(llvm::StringRef folder, const Places &places);

/// `file` as the LLVM tool `role`, with the arguments that must come first.
Program inRole(std::string file, llvm::StringRef role);

/// Whether `real`, a path without links, is a compiler cache or distributes compiles to other machines.
bool isCache(llvm::StringRef real);

/// Whether `real`, a path without links, is the running program, a copy of it, or another installation's
/// lambda-cc. Such a program would look for the backend again, without an end.
bool isLambdaCc(llvm::StringRef real, const Places &places);

/// The error for a variable or an option that names lambda-cc itself.
llvm::Error namesLambdaCc(llvm::StringRef variable, llvm::StringRef name);

/// The program that the user's `variable` names as `chosen`. An error if it is lambda-cc or a cache, or can't
/// be executed.
llvm::Expected<Program> chosenProgram(const Places &places, llvm::StringRef variable, llvm::StringRef chosen,
                                      llvm::StringRef role);

/// What a finder looked for.
struct Wanted {
  std::vector<llvm::StringRef> names;
  llvm::StringRef numbered = ""; ///< the one of them that is looked for as `name`-N, too
};

/// The error `headline` if `file` is Apple's, with `cure` as the advice.
llvm::Error refuseApples(const Places &places, llvm::StringRef file, llvm::StringRef headline,
                         llvm::StringRef cure);

/// The error for a program that is not on PATH. `more` is further evidence, `install` the advice.
llvm::Error nothingFound(const Places &places, llvm::StringRef what, const Wanted &wanted,
                         std::vector<std::string> more, llvm::StringRef install);

} // namespace lambdacc

#endif
