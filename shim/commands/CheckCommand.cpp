// lambda-cc check: would Lambda run a program, a function's zip or a layer?
#include "Check.h"
#include "Failure.h"
#include "Formats.h"
#include "Print.h"
#include "Runtime.h"
#include "TargetOptions.h"
#include "Text.h"
#include "llvm/BinaryFormat/ELF.h"

using llvm::StringRef;

namespace lambdacc {

namespace {
struct Architecture {
  StringRef name;
  uint16_t machine; ///< e_machine
};
} // namespace

// AWS's names for the architecture of a function, and the usual name of arm64.
static constexpr Architecture architectures[] = {
    {"x86_64", llvm::ELF::EM_X86_64}, {"arm64", llvm::ELF::EM_AARCH64}, {"aarch64", llvm::ELF::EM_AARCH64}};

static std::vector<StringRef> architectureNames() {
  std::vector<StringRef> names;
  for (const Architecture &row : architectures)
    names.push_back(row.name);
  return names;
}

static constexpr Option archOption = {
    .name = "--arch", .value = "A", .help = "of the function", .values = architectureNames};
static constexpr Option deployedOption = {.name = "--runtime",
                                          .value = "R",
                                          .help = "it is deployed to this runtime alone",
                                          .values = runtimeNames};

static Deployment deploymentOf(const Arguments &arguments) {
  Deployment deployment{.machine = 0, .runtimes = {}};
  for (const Architecture &row : architectures)
    if (row.name == arguments.last(archOption.name))
      deployment.machine = row.machine;
  for (const Runtime &runtime : runtimes())
    if (!arguments.has(deployedOption.name) || runtime.name == arguments.last(deployedOption.name))
      deployment.runtimes.push_back(&runtime);
  return deployment;
}

static llvm::Expected<int> runCheck(const Session &, const Arguments &arguments) {
  Deployment deployment = deploymentOf(arguments);
  std::vector<std::vector<Finding>> all;
  bool failed = false;
  for (StringRef file : arguments.positionals) {
    all.push_back(check(file, deployment));
    failed |= hasError(all.back());
  }
  if (!wantsJson(arguments)) {
    for (const std::vector<Finding> &findings : all)
      printAnswer(inText(findings));
    return failed;
  }
  printAnswer(inJson([&](llvm::json::OStream &json) {
    json.array([&] {
      for (size_t i = 0; i < all.size(); ++i)
        json.object([&] {
          json.attribute("file", llvm::json::fixUTF8(arguments.positionals[i]));
          json.attributeArray("findings", [&] { writeFindings(json, all[i]); });
        });
    });
  }));
  return failed;
}

static constexpr Option options[] = {deployedOption, archOption, textOrJsonOption};
const Subcommand checkCommand = {.name = "check",
                                 .positionals = "FILE...",
                                 .count = Positionals::Many,
                                 .help =
                                     "report whether Lambda would run a program, a zip, a folder or a layer",
                                 .options = options,
                                 .run = runCheck};

} // namespace lambdacc
