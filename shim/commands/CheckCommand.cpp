// lambda-cc check: would Lambda run a program, a function's zip or a layer?
#include "DeploymentOptions.h"
#include "Formats.h"
#include "Print.h"

using llvm::StringRef;

namespace lambdacc {

static llvm::Expected<int> runCheck(const Session &session, const Arguments &arguments) {
  llvm::Expected<Deployment> deployment = deploymentOf(session, arguments);
  if (!deployment)
    return deployment.takeError();
  std::vector<Finding> ofRuntimes = checkRuntimes(session, arguments, *deployment);
  std::vector<std::vector<Finding>> all;
  bool failed = false;
  for (StringRef file : arguments.positionals) {
    all.push_back(check(file, *deployment));
    failed |= hasError(all.back());
  }
  if (!wantsJson(arguments)) {
    for (const std::vector<Finding> &findings : all)
      printAnswer(inText(findings));
    printAnswer(inText(ofRuntimes)); // once for all files
    return failed;
  }
  printAnswer(inJson([&](llvm::json::OStream &json) {
    json.array([&] {
      for (size_t i = 0; i < all.size(); ++i)
        json.object([&] {
          json.attribute("file", llvm::json::fixUTF8(arguments.positionals[i]));
          llvm::append_range(all[i], ofRuntimes);
          json.attributeArray("findings", [&] { writeFindings(json, all[i]); });
        });
    });
  }));
  return failed;
}

static constexpr Option options[] = {deployedOption, archOption, withOption, textOrJsonOption};
const Subcommand checkCommand = {.name = "check",
                                 .positionals = "FILE...",
                                 .count = Positionals::Many,
                                 .help =
                                     "report whether Lambda would run a program, a zip, a folder or a layer",
                                 .options = options,
                                 .run = runCheck};

} // namespace lambdacc
