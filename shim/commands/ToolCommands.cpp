// lambda-cc as and lambda-cc explain: a tool, by its name in an argument.
#include "Arguments.h"
#include "Failure.h"
#include "Text.h"
#include "Tools.h"
#include "llvm/Support/Path.h"

namespace lambdacc {

// The session of the tool that the first word names, with the words behind it.
static Session toolSession(const Session &session, const Arguments &arguments) {
  Session told = session;
  told.prog = llvm::sys::path::filename(arguments.words.front());
  told.argv = llvm::ArrayRef<const char *>(arguments.words).drop_front();
  return told;
}

// What names do that can't be links: scripts of `install --copy`, and of a wheel (cmake/release/wheel.py).
static llvm::Expected<int> runAs(const Session &session, const Arguments &arguments) {
  return runTool(toolSession(session, arguments));
}

static llvm::Expected<int> explain(const Session &session, const Arguments &arguments) {
  Session told = toolSession(session, arguments);
  std::vector<std::string> names = namesInBin();
  llvm::append_range(names, namesInDropIn());
  if (!llvm::is_contained(names, told.prog)) {
    std::vector<std::string> evidence = {"lambda-cc names lists them"};
    if (llvm::StringRef best = nearest(told.prog, std::vector<llvm::StringRef>(names.begin(), names.end()));
        !best.empty())
      evidence.push_back(text("did you mean '{}'?", {best}));
    return failUsage(text("'{}' is no tool of lambda-cc", {told.prog}), std::move(evidence));
  }
  told.explains = true;
  return runTool(std::move(told));
}

const Subcommand asCommand = {.name = "as",
                              .words = "TOOL ARGS...",
                              .taken = Words::Rest,
                              .help = "be TOOL, where it can't be called by its name",
                              .run = runAs};
const Subcommand explainCommand = {.name = "explain",
                                   .words = "TOOL ARGS...",
                                   .taken = Words::Rest,
                                   .help = "say what TOOL would do with ARGS, and why",
                                   .run = explain};

} // namespace lambdacc
