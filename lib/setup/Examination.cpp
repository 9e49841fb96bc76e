#include "Examination.h"
#include "Owner.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

std::string under(StringRef folder, std::initializer_list<StringRef> names) {
  llvm::SmallString<256> file(folder);
  for (StringRef name : names)
    path::append(file, name);
  return std::string(file);
}

std::string prefixOf(const Patient &patient) {
  return path::parent_path(path::parent_path(patient.settings.executable)).str();
}

bool isOwnPrefix(const Examination &on, StringRef folder) {
  return llvm::sys::fs::equivalent(folder, prefixOf(on.patient));
}

// A value of [env] counts where the environment has none, or where `force` is set. Of two files the nearer
// counts.
StringRef Examination::variableOfBuildScripts(StringRef name) const {
  StringRef own = variable(name);
  for (const ConfigFile &config : configs)
    for (const ConfigValue &set : config.values)
      if (set.key.front() == "env" && set.key.back() == name)
        return own.empty() || set.isForced ? StringRef(set.value) : own;
  return own;
}

std::string onPath(const Examination &on, StringRef name) {
  for (const std::string &folder : on.patient.settings.path)
    if (std::string file = under(folder, {name}); llvm::sys::fs::can_execute(file))
      return file;
  return "";
}

bool isOurTool(const Examination &on, StringRef value) {
  std::string file = value.contains('/') ? value.str() : onPath(on, value);
  return !file.empty() && ownerOf(file, on.patient.settings.executable) == Owner::Ours;
}

bool isToolFor(const Examination &on, StringRef value, const Target &target) {
  return isOurTool(on, value) && llvm::any_of(prefixes(target), [&](StringRef prefix) {
           return path::filename(value).starts_with((prefix + "-").str());
         });
}

bool isHosts(const Examination &on, const Target &target) {
  return target.isGlibc() && target.machine == on.patient.hostMachine;
}

} // namespace lambdacc
