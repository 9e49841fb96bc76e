// lambda-cc as and lambda-cc explain: run or explain the tool that an argument names.
#include "Arguments.h"
#include "Failure.h"
#include "Text.h"
#include "Tools.h"
#include "llvm/Support/Path.h"

namespace lambdacc {

// The session of the tool that the first argument names, with the other arguments.
static Session toolSession(const Session &session, const Arguments &arguments) {
  Session named = session;
  named.prog = llvm::sys::path::filename(arguments.words.front());
  named.argv = llvm::ArrayRef<const char *>(arguments.words).drop_front();
  return named;
}

// For names that can't be links: the scripts of `install --copy` and of a wheel (cmake/release/wheel.py).
static llvm::Expected<int> runAs(const Session &session, const Arguments &arguments) {
  return runTool(toolSession(session, arguments));
}

static llvm::Expected<int> explain(const Session &session, const Arguments &arguments) {
  Session named = toolSession(session, arguments);
  std::vector<std::string> names = namesInBin();
  llvm::append_range(names, namesInDropIn());
  if (!llvm::is_contained(names, named.prog)) {
    std::vector<std::string> evidence = {"lambda-cc names lists them"};
    if (llvm::StringRef best = nearest(named.prog, std::vector<llvm::StringRef>(names.begin(), names.end()));
        !best.empty())
      evidence.push_back(text("did you mean '{}'?", {best}));
    return failUsage(text("'{}' is not a tool of lambda-cc", {named.prog}), std::move(evidence));
  }
  named.explains = true;
  return runTool(std::move(named));
}

const Subcommand asCommand = {.name = "as",
                              .words = "TOOL ARGS...",
                              .taken = Words::Rest,
                              .help = "run TOOL, if it can't be called by its name",
                              .run = runAs};
const Subcommand explainCommand = {.name = "explain",
                                   .words = "TOOL ARGS...",
                                   .taken = Words::Rest,
                                   .help = "print what TOOL would do with ARGS, and why",
                                   .run = explain};

} // namespace lambdacc
