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

void addIdentity(Plan &plan) {
  std::string identity;
  llvm::raw_string_ostream stream(identity);
  llvm::printEscapedString(llvm::join(plan.command.args, " "), stream); // it must stay one line, in quotes
  plan.add("-w");                                                       // of a macro that was there before
  // sccache takes the first number with dots for clang's version, and from 14 on asks for more of it. Only in
  // a macro's argument does clang print one without blanks.
  plan.add("-DLAMBDA_CC_TEXT(x)=#x");
  plan.add("-DLAMBDA_CC_EXPANDED(x)=LAMBDA_CC_TEXT(x)");
  plan.add("-D__VERSION__=LAMBDA_CC_EXPANDED(Clang __clang_major__.__clang_minor__.__clang_patchlevel__ "
           "__clang_version__ \"" +
           identity + "\")");
  plan.note(Note::Added, "-D__VERSION__=…",
            "sccache asks who we are, and all targets' tools are one file: it says these words and clang's "
            "version");
}

} // namespace lambdacc
