#include "CheckContext.h"
#include "Owner.h"
#include "PathSearch.h"
#include "Text.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

std::string prefixOf(const Setup &setup) {
  return path::parent_path(path::parent_path(setup.settings.executable)).str();
}

bool isOwnPrefix(const CheckContext &context, StringRef folder) {
  return llvm::sys::fs::equivalent(folder, prefixOf(context.setup));
}

// cargo's rules: the environment wins over [env], unless `force` is set. The nearer of two files wins.
SetVariable CheckContext::variableOfBuildScripts(StringRef name) const {
  StringRef own = variable(name);
  for (const ConfigFile &config : cargo.files)
    for (const ConfigValue &set : config.values)
      if (set.key.front() == "env" && set.key.back() == name) {
        if (own.empty() || set.isForced)
          return {set.value, placeOf(set, config.file)};
        return {own, inEnvironment.str()};
      }
  return {own, inEnvironment.str()};
}

bool isOurTool(const CheckContext &context, StringRef value) {
  std::string file = fileOf(context.places(), value);
  return !file.empty() && ownerOf(file, context.setup.settings.executable) == Owner::Ours;
}

bool isHostTarget(const CheckContext &context, const Target &target) {
  return target.triple == context.setup.host;
}

} // namespace lambdacc
