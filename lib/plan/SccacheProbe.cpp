#include "SccacheProbe.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using llvm::StringRef;
using namespace clang::driver::options;

namespace lambdacc {

bool isSccacheProbe(const CcInvocation &cc) {
  bool readsTestFile = false;
  for (const CcArg &arg : cc.args) {
    StringRef folder = llvm::sys::path::parent_path(arg.value());
    if (arg.use == Use::Source && llvm::sys::path::filename(arg.value()) == "testfile.c" &&
        llvm::sys::path::filename(folder).starts_with("sccache"))
      readsTestFile = true;
    else if (arg.option != OPT_E && arg.option != OPT__HASH_HASH_HASH)
      return false;
  }
  return readsTestFile && cc.has(OPT_E);
}

void addIdentity(Plan &plan, const Toolchain &toolchain) {
  std::string identity;
  llvm::raw_string_ostream stream(identity);
  llvm::printEscapedString(llvm::join(plan.command.args, " "), stream); // one line, in quotes
  plan.add("-w");                                                       // no warning on the redefined macro
  // sccache reads the first number with dots as clang's version, and uses more options of clang from 14 on.
  // Only in a macro's argument, clang prints one without spaces. Of a GCC it reads the whole.
  StringRef version = toolchain.gcc
                          ? "GCC __GNUC__.__GNUC_MINOR__.__GNUC_PATCHLEVEL__"
                          : "Clang __clang_major__.__clang_minor__.__clang_patchlevel__ __clang_version__";
  plan.add("-DLAMBDA_CC_TEXT(x)=#x");
  plan.add("-DLAMBDA_CC_EXPANDED(x)=LAMBDA_CC_TEXT(x)");
  plan.add("-D__VERSION__=LAMBDA_CC_EXPANDED(" + version.str() + " \"" + identity + "\")");
  plan.note(Note::Added, "-D__VERSION__=…",
            "sccache identifies a compiler by this output: lambda-cc prints its arguments and the compiler's "
            "version");
}

} // namespace lambdacc
