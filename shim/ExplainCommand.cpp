// lambda-cc explain: what a tool would do with its arguments, and why.
#include "Arguments.h"
#include "Print.h"
#include "Tools.h"
#include "llvm/Support/Path.h"

namespace lambdacc {

static llvm::Expected<int> explain(const Session &session, const Arguments &arguments) {
  Session told = session;
  told.prog = llvm::sys::path::filename(arguments.words.front());
  told.argv = llvm::ArrayRef<const char *>(arguments.words).drop_front();
  told.explains = true;
  return runTool(told);
}

const Subcommand explainCommand = {.name = "explain",
                                   .words = "TOOL ARGS...",
                                   .taken = Words::Rest,
                                   .help = "say what TOOL would do with ARGS, and why",
                                   .run = explain};

} // namespace lambdacc
