//===- CcInvocation.h - The arguments of a cc or c++ call -----------------===//
//
// Parses the command line of a compiler driver with clang's own option table: each argument in the caller's
// order and spelling, with clang's option ID and its use. It does not decide anything.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_INVOCATION_CCINVOCATION_H
#define LAMBDA_CC_INVOCATION_CCINVOCATION_H

#include "clang/Driver/Options.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/StringSaver.h"
#include <vector>

namespace lambdacc {

namespace ccopt = clang::driver::options;

/// Which step reads an argument.
enum class Use {
  Source,   ///< a file to compile, or - for standard input
  Linkable, ///< a file for the linker: an object, an archive, a library, or any file that is not a source to
            ///< clang
  Compile,  ///< an option that only a compile reads: -O2, -Wall, -I x. Does not affect a link of objects
  Link,     ///< an option that only a link reads: -L x, -Wl,x, -static
  Both,     ///< an option that selects files or steps: -o x, -c, -x c, -###
  Driver,   ///< an option that needs clang's driver: LTO, sanitizers, -v, and unknown options
};

struct CcArg {
  ccopt::ID option; ///< OPT_INPUT for a file, OPT_UNKNOWN if clang 19 does not know it
  Use use;
  /// As the caller wrote it: one or more elements of its argv.
  llvm::SmallVector<llvm::StringRef, 2> spelling;
  llvm::SmallVector<llvm::StringRef, 2> values; ///< without the option's name; two for -Wl,a,b

  /// The last value, or "".
  llvm::StringRef value() const { return values.empty() ? llvm::StringRef() : values.back(); }
};

struct CcInvocation {
  enum class Step {
    Compile, ///< ends before the link: -c, -S, -E, -fsyntax-only, -M, …
    Link,    ///< ends with an executable or a shared library
    Query,   ///< without input files: --version, -print-file-name=, -v, -dumpmachine
  };

  llvm::StringRef tool = "";         ///< the name of the tool that was called
  bool cxx = false;                  ///< called as a C++ compiler: links the C++ library
  bool dryRun = false;               ///< -###
  unsigned missingValues = 0;        ///< number of values that the last option lacks
  llvm::StringRef gccSource = "";    ///< the first source in a language for which clang runs gcc from PATH
  llvm::StringRef headerInLink = ""; ///< the first header, if other files would be linked
  Step step = Step::Query;
  std::vector<CcArg> args = {};

  bool has(ccopt::ID option) const;
  bool uses(Use use) const;

  /// The value of the last `option`, or "".
  llvm::StringRef last(ccopt::ID option) const;

  /// The arguments for the linker, from -Wl, and -Xlinker, in order. They are one list, because an option and
  /// its value can come from two arguments.
  std::vector<llvm::StringRef> linkerArgs() const;

  /// All files for the linker.
  std::vector<llvm::StringRef> linkables() const;
};

/// Parses `argv`, without the program's name and with response files expanded. It cannot fail: clang itself
/// reports invalid arguments. New strings, such as the parts of -Wl,a,b, are stored in `saver`.
CcInvocation parseCc(llvm::ArrayRef<const char *> argv, bool cxx, llvm::StringSaver &saver);

} // namespace lambdacc

#endif
