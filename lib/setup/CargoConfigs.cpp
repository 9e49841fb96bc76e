#include "CargoConfigs.h"
#include "CargoCfg.h"
#include "Failure.h"
#include "PathSearch.h"
#include "System.h"
#include "Text.h"
#include "WholeFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

// The configuration files, the nearest first: in .cargo of this folder and of those above it, then of cargo's
// home.
static std::vector<std::string> configFiles(StringRef start, StringRef home, llvm::vfs::FileSystem &fs) {
  std::vector<std::string> folders;
  for (StringRef folder = start; !folder.empty(); folder = path::parent_path(folder))
    folders.emplace_back(joinPath(folder, {".cargo"}));
  if (!home.empty() && !llvm::is_contained(folders, home))
    folders.push_back(home.str());
  std::vector<std::string> files;
  for (const std::string &folder : folders)
    for (StringRef name : {"config", "config.toml"}) // cargo reads the first of the two
      if (llvm::SmallString<256> file = joinPath(folder, {name}); fs.exists(file)) {
        files.emplace_back(file);
        break;
      }
  return files;
}

// Adds `file`, and then what it includes: the nearest first, so the last of include before the others.
// `chain` are the files that include this one.
static void readConfig(CargoConfigs &configs, const std::string &file, std::vector<std::string> chain,
                       llvm::vfs::FileSystem &fs) {
  auto fail = [&](std::string what, std::vector<std::string> advice) {
    configs.errors.push_back({Finding::Error, "cargo", std::move(what), std::move(advice)});
  };
  llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> content = readWhole(file);
  if (!content)
    return fail(text("'{}' can't be read", {file}), {toString(content.takeError())});
  llvm::Expected<std::vector<ConfigValue>> values = readCargoConfig(file, (*content)->getBuffer());
  if (!values) {
    configs.errors.push_back(asFinding("cargo", values.takeError()));
    return;
  }
  configs.files.push_back({file, std::move(*values)});
  llvm::Expected<std::vector<ConfigInclude>> includes = readIncludes(file, (*content)->getBuffer());
  if (!includes) {
    configs.errors.push_back(asFinding("cargo", includes.takeError()));
    return;
  }
  chain.push_back(file);
  for (const ConfigInclude &include : llvm::reverse(*includes)) {
    std::string inner = isAbsolute(include.path)
                            ? include.path
                            : std::string(joinPath(path::parent_path(file), {include.path}));
    std::string where = text("line {} of {}", {std::to_string(include.line), file});
    if (llvm::is_contained(chain, inner))
      fail(text("'{}' includes itself", {inner}), {where});
    else if (fs.exists(inner))
      readConfig(configs, inner, chain, fs);
    else if (!include.isOptional)
      fail(text("'{}' does not exist", {inner}), {where, "cargo stops where a file of include is missing"});
  }
}

CargoConfigs readCargoConfigs(StringRef folder, StringRef home, llvm::vfs::FileSystem &fs) {
  CargoConfigs configs;
  for (const std::string &file : configFiles(folder, home, fs))
    readConfig(configs, file, {}, fs);
  return configs;
}

CargoConfigs includedBy(const std::string &file, llvm::vfs::FileSystem &fs) {
  CargoConfigs configs;
  if (fs.exists(file))
    readConfig(configs, file, {}, fs);
  if (!configs.files.empty())
    configs.files.erase(configs.files.begin());
  return configs;
}

void addConfigArgument(CargoConfigs &configs, StringRef argument, StringRef folder,
                       llvm::vfs::FileSystem &fs) {
  llvm::SmallString<256> file = joinPath(folder, {argument});
  if (isAbsolute(argument))
    file = argument;
  if (!argument.empty() && fs.exists(file))
    return readConfig(configs, std::string(file), {}, fs);
  llvm::Expected<std::vector<ConfigValue>> values = readCargoConfig("--config", argument);
  if (values)
    configs.files.push_back({"--config", std::move(*values)});
  else
    configs.errors.push_back(asFinding("cargo", values.takeError()));
}

std::vector<SetName> setFor(const Target &target, const CargoConfigs &configs) {
  std::vector<SetName> set;
  for (const ConfigFile &config : configs.files)
    for (const ConfigValue &value : config.values) {
      std::vector<std::string> key = value.key;
      bool isOfTarget = key.front() == "target" && key.size() == 3;
      if (isOfTarget && matchesCfg(key[1], target))
        key[1] = target.triple.str();
      std::string name = key.front() == "env" ? key.back() : llvm::join(key, ".");
      bool isProgram = isOfTarget && key.back() == "linker";
      set.push_back({std::move(name), isProgram ? programOf(config.file, value.value) : value.value,
                     placeOf(value, config.file)});
    }
  return set;
}

std::string placeOf(const ConfigValue &set, StringRef file) {
  return text("line {} of {}", {std::to_string(set.line), file});
}

std::string programOf(StringRef file, StringRef value) {
  if (isAbsolute(value) || !isPath(value))
    return value.str();
  return std::string(joinPath(path::parent_path(path::parent_path(file)), {value}));
}

} // namespace lambdacc
