//===- Brought.h - The libraries that a function brings -----------------------===//
//
// Lambda unpacks a function to /var/task and its layers to /opt. Its LD_LIBRARY_PATH ends with /var/task,
// /var/task/lib and /opt/lib. The loader skips a library for another machine there.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_DEPLOYMENT_BROUGHT_H
#define LAMBDA_CC_DEPLOYMENT_BROUGHT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include <string>
#include <vector>

namespace lambdacc {

/// Where Lambda unpacks a function or a layer.
enum class Root { Function, Layer };

/// The path of a file on Lambda. `path` is below the root of its package, with slashes.
std::string placeOnLambda(Root root, llvm::StringRef path);

/// What a loader looks for.
struct Wanted {
  llvm::StringRef soname;
  uint16_t machine;                    ///< e_machine of the file that needs it
  llvm::StringRef user;                ///< the place of that file on Lambda
  llvm::ArrayRef<std::string> folders; ///< its RPATH and RUNPATH
};

/// The files of a function and its layers, among which Lambda's loader finds libraries.
class Brought {
public:
  /// A file of a package, which begins with the bytes `start`. Messages call it `name`.
  void add(Root root, llvm::StringRef path, llvm::StringRef start, std::string name);

  /// Makes has() return true for `soname`, whoever needs it.
  void assume(llvm::StringRef soname) { assumed.insert(soname); }

  /// Whether the loader finds a shared library that it can load.
  bool has(const Wanted &wanted) const;

  /// Why the loader takes none of the files with that name: a line for each of the first.
  std::vector<std::string> whyNot(const Wanted &wanted) const;

private:
  struct File {
    std::string place, name;
    uint16_t machine; ///< 0 if it is not a shared library
    std::string what; ///< what it is instead
  };
  std::vector<File> files;
  llvm::StringMap<std::vector<size_t>> byName; ///< without their folders
  llvm::StringSet<> assumed;
};

} // namespace lambdacc

#endif
