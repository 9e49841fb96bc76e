//===- CcInvocation.h - What a caller of cc or c++ asked --------------------===//
//
// The command line of a compiler driver, taken apart with clang's own option table: every argument in the
// caller's order and spelling, with clang's name for the option and with what it means to us. Nothing is
// decided here.
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

/// Who reads an argument.
enum class Use {
  Source,   ///< a file to compile, or - for standard input
  Linkable, ///< a file for the linker: an object, an archive, a library, and whatever is no source to clang
  Compile,  ///< an option that only a compile reads: -O2, -Wall, -I x. A link of objects is the same without
            ///< it
  Link,     ///< an option that only a link reads: -L x, -Wl,x, -static
  Both,     ///< an option that says which files and which steps: -o x, -c, -x c, -###
  Driver,   ///< an option that needs clang's driver: LTO, sanitizers, -v, and all that we don't know
};

struct CcArg {
  ccopt::ID option; ///< OPT_INPUT for a file, OPT_UNKNOWN for what clang 19 doesn't know
  Use use;
  llvm::SmallVector<llvm::StringRef, 2> spelling; ///< as the caller wrote it; they point into its argv
  llvm::SmallVector<llvm::StringRef, 2> values;   ///< without the option's name: two for -Wl,a,b

  /// The last value, or "".
  llvm::StringRef value() const { return values.empty() ? llvm::StringRef() : values.back(); }
};

struct CcInvocation {
  enum class Step {
    Compile, ///< ends before the link: -c, -S, -E, -fsyntax-only, -M, …
    Link,    ///< ends with an executable or a shared library
    Query,   ///< no input: --version, -print-file-name=, -v, -dumpmachine
  };

  llvm::StringRef tool = "";      ///< the name of ours that it was called by
  bool cxx = false;               ///< called as a C++ compiler: links with the C++ library
  bool dryRun = false;            ///< -###
  unsigned missingValues = 0;     ///< of the option that ends the line
  llvm::StringRef gccSource = ""; ///< the first source in a language that clang runs a gcc of PATH for
  Step step = Step::Query;
  std::vector<CcArg> args = {};

  bool has(ccopt::ID option) const;
  bool uses(Use use) const;

  /// The value of the last of `option`, or "".
  llvm::StringRef last(ccopt::ID option) const;

  /// What is said to the linker itself, behind -Wl, and -Xlinker, in one row: an option and its value may
  /// come in two words.
  std::vector<llvm::StringRef> linkerArgs() const;

  /// Every file for the linker.
  std::vector<llvm::StringRef> linkables() const;
};

/// Takes `argv`, without the program's name and with response files expanded, apart. It can't fail: what
/// makes no sense is clang's to say, in its own words. New strings, the parts of -Wl,a,b, live in `saver`.
CcInvocation parseCc(llvm::ArrayRef<const char *> argv, bool cxx, llvm::StringSaver &saver);

} // namespace lambdacc

#endif
