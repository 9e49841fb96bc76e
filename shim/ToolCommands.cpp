// lambda-cc explain: what a tool would do with its arguments, and why.
#include "Arguments.h"
#include "Failure.h"
#include "Text.h"
#include "Tools.h"
#include "llvm/Support/Path.h"

namespace lambdacc {

static llvm::Expected<int> explain(const Session &session, const Arguments &arguments) {
  llvm::StringRef tool = llvm::sys::path::filename(arguments.words.front());
  std::vector<std::string> names = namesInBin();
  llvm::append_range(names, namesInDropIn());
  if (!llvm::is_contained(names, tool)) {
    std::vector<std::string> evidence = {"lambda-cc names lists them"};
    if (llvm::StringRef best = nearest(tool, std::vector<llvm::StringRef>(names.begin(), names.end()));
        !best.empty())
      evidence.push_back(text("did you mean '{}'?", {best}));
    return failUsage(text("'{}' is no tool of lambda-cc", {tool}), std::move(evidence));
  }
  Session told = session;
  told.prog = tool;
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
