#include "TargetOptions.h"
#include "HostCc.h"
#include "ToolName.h"
#include "llvm/Support/Path.h"

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

llvm::Expected<std::vector<Target>> targetsAskedFor(const Session &session, const Arguments &arguments) {
  CeilingSettings settings = session.ceiling;
  if (arguments.has(runtimeOption.name))
    settings = {.glibc = "", .runtime = arguments.last(runtimeOption.name)};
  llvm::Expected<std::optional<llvm::VersionTuple>> ceiling = ceilingOf(settings);
  if (!ceiling)
    return ceiling.takeError();

  std::vector<Target> asked;
  auto ask = [&](Target target, bool hasCeiling) {
    if (!hasCeiling && target.isGlibc())
      target.glibc = ceiling->value_or(target.glibc);
    asked.push_back(target);
  };
  for (const auto &[name, value] : arguments.options) {
    if (name != targetOption.name)
      continue;
    llvm::Expected<Target> target = parseTriple(value);
    if (!target)
      return target.takeError();
    ask(*target, /*hasCeiling=*/value.contains('.'));
  }
  if (asked.empty())
    for (const Target &target : targets())
      if (!target.isGlibc() || target.machine != hostMachine())
        ask(target, /*hasCeiling=*/false);
  return asked;
}

StringRef prefixOf(const Session &session) {
  return llvm::sys::path::parent_path(llvm::sys::path::parent_path(session.settings.executable));
}

} // namespace lambdacc
