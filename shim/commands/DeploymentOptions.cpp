#include "DeploymentOptions.h"
#include "Failure.h"
#include "SupportDates.h"
#include "Text.h"
#include "Today.h"
#include "llvm/ADT/STLExtras.h"
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

std::vector<StringRef> architectureNames() {
  std::vector<StringRef> names;
  for (const Architecture &row : architectures)
    names.push_back(row.name);
  return names;
}

// The runtime that the user names, or none.
static llvm::Expected<std::optional<Runtime>> namedRuntime(const Session &session,
                                                           const Arguments &arguments) {
  if (!arguments.has(deployedOption.name))
    return runtimeOf(session.ceiling);
  return runtimeOfOption(arguments.last(deployedOption.name));
}

static llvm::Error addLayers(const Arguments &arguments, Deployment &deployment) {
  for (const auto &[name, value] : arguments.options) {
    if (name != withOption.name)
      continue;
    if (llvm::Error error = addLayer(value, deployment))
      return error;
  }
  return llvm::Error::success();
}

llvm::Expected<Deployment> deploymentOf(const Session &session, const Arguments &arguments) {
  Deployment deployment{.machine = 0, .runtimes = runtimes().vec()};
  for (const Architecture &row : architectures)
    if (row.name == arguments.last(archOption.name))
      deployment.machine = row.machine;
  if (llvm::Error error = addLayers(arguments, deployment))
    return std::move(error);
  llvm::Expected<std::optional<Runtime>> named = namedRuntime(session, arguments);
  if (!named)
    return named.takeError();
  std::optional<Runtime> chosen = *named;
  if (!chosen)
    return deployment;
  const Runtime &runtime = *chosen;
  deployment.runtimes = {runtime};
  if (!runtime.cpu)
    return deployment;
  uint16_t machine = machineFor(runtime.cpu->arch);
  if (deployment.machine && deployment.machine != machine)
    return failUsage(
        text("'--arch {}' for {}", {arguments.last(archOption.name), runtime.name}),
        {text("these instances are {}: leave --arch out, or name others", {architectureName(machine)})});
  deployment.machine = machine;
  return deployment;
}

std::vector<Finding> checkRuntimes(const Session &session, const Arguments &arguments,
                                   const Deployment &deployment) {
  std::vector<Finding> findings;
  if (!arguments.has(deployedOption.name) && session.ceiling.runtime.empty())
    return findings;
  for (const Runtime &runtime : deployment.runtimes)
    if (std::optional<Finding> finding = outOfSupport(runtime, today()))
      findings.push_back(std::move(*finding));
  return findings;
}

} // namespace lambdacc
