#include "TargetOptions.h"
#include "Failure.h"
#include "HostCc.h"
#include "JudgeRuntime.h"
#include "Prefix.h"
#include "RuntimeName.h"
#include "Text.h"
#include "ToolName.h"

using llvm::StringRef;

namespace lambdacc {

std::vector<StringRef> targetNames() {
  std::vector<StringRef> names;
  for (const Target &target : targets())
    names.push_back(target.triple);
  return names;
}

std::vector<StringRef> runtimeNames() {
  std::vector<StringRef> names;
  for (const Runtime &runtime : runtimes())
    names.push_back(runtime.name);
  return names;
}

llvm::Expected<std::optional<Runtime>> runtimeOfOption(StringRef name) {
  if (std::optional<Runtime> runtime = findRuntime(name))
    return runtime;
  return failUsage(text("no '{}' for --runtime", {name}), whyNoRuntime(name));
}

// The link of a target that does not run there is refused. Without --target the lines are for several, of
// which some run there.
static llvm::Error checkPlace(const Target &target, StringRef named) {
  std::optional<Runtime> runtime = findRuntime(named);
  if (!runtime || fits(target, *runtime))
    return llvm::Error::success();
  std::string why = runtime->cpu
                        ? text("these instances are {}", {architectureName(machineFor(runtime->cpu->arch))})
                        : "this image has no glibc";
  return failUsage(text("'--target {}' for {}", {target.triple, named}),
                   {text("{}: name a target that runs there, or another runtime", {why})});
}

static llvm::Error asUsage(llvm::Error error) {
  return llvm::handleErrors(
      std::move(error), [](const Failure &failure) { return failUsage(failure.headline, failure.evidence); });
}

llvm::Expected<std::vector<Target>> requestedTargets(const Session &session, const Arguments &arguments) {
  CeilingSettings settings = session.ceiling;
  if (arguments.has(runtimeOption.name)) {
    settings = {.glibc = "", .runtime = arguments.last(runtimeOption.name)};
    if (llvm::Expected<std::optional<Runtime>> runtime = runtimeOfOption(settings.runtime); !runtime)
      return runtime.takeError();
  }
  llvm::Expected<std::optional<llvm::VersionTuple>> ceiling = ceilingOf(settings);
  if (!ceiling)
    return ceiling.takeError();

  std::vector<Target> requested;
  auto add = [&](Target target, bool hasCeiling) {
    if (!hasCeiling && target.isGlibc())
      target.glibc = ceiling->value_or(target.glibc);
    requested.push_back(target);
  };
  for (const auto &[name, value] : arguments.options) {
    if (name != targetOption.name)
      continue;
    llvm::Expected<Target> target = parseTriple(value);
    if (!target)
      return asUsage(target.takeError());
    if (llvm::Error error = checkPlace(*target, arguments.last(runtimeOption.name)))
      return std::move(error);
    add(*target, /*hasCeiling=*/value.contains('.'));
  }
  const Target *host = hostTarget(session);
  if (requested.empty())
    for (const Target &target : targets())
      if (&target != host)
        add(target, /*hasCeiling=*/false);
  return requested;
}

bool needsVariable(const Runtime &runtime) { return runtime.isImage() || runtime.cpu; }

const Target *hostTarget(const Session &session) { return findTarget(hostTriple(session)); }

std::string prefixOf(const Session &session) { return prefixAsCalled(session.argv0, session.settings); }
std::string dropInOf(const Session &session) { return prefixOf(session) + "/libexec/lambda-cc/drop-in"; }

} // namespace lambdacc
