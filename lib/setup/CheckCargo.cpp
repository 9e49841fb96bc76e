#include "CargoConfig.h"
#include "Checks.h"
#include "Text.h"
#include "WholeFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

// The configuration files that cargo reads, the nearest first: in .cargo of this folder and of those above
// it, then of cargo's home.
static std::vector<std::string> configFiles(const Examination &on) {
  std::vector<std::string> folders;
  for (StringRef folder = on.patient.folder; !folder.empty(); folder = path::parent_path(folder))
    folders.push_back(under(folder, {".cargo"}));
  std::string home = on.variable("CARGO_HOME").str();
  if (home.empty() && !on.variable("HOME").empty())
    home = under(on.variable("HOME"), {".cargo"});
  if (!home.empty() && !llvm::is_contained(folders, home))
    folders.push_back(home);
  std::vector<std::string> files;
  for (const std::string &folder : folders)
    for (StringRef name : {"config", "config.toml"}) // cargo reads the first of the two
      if (std::string file = under(folder, {name}); on.fs->exists(file)) {
        files.push_back(file);
        break;
      }
  return files;
}

// A linker as cargo reads it: a path is relative to the folder of .cargo.
static std::string linkerOf(StringRef file, StringRef value) {
  if (path::is_absolute(value) || !value.contains('/'))
    return value.str();
  return under(path::parent_path(path::parent_path(file)), {value});
}

// Checks flags for rustc: of one target, of a cfg(), or of all targets. True if they name a linker of ours.
static bool checkConfigFlags(Examination &on, const ConfigValue &set, StringRef where) {
  std::string key = llvm::join(set.key, ".");
  bool isTable = set.key.front() == "target";
  const Target *target = isTable ? findTarget(set.key[1]) : nullptr;
  if (isTable && !target && !StringRef(set.key[1]).starts_with("cfg("))
    return false; // a target that is not ours
  return checkRustFlags(on, {.name = key,
                             .words = {set.words.begin(), set.words.end()},
                             .spelled = set.value,
                             .where = where,
                             .target = target});
}

// True if `set` names a linker of ours.
static bool checkConfigValue(Examination &on, StringRef file, const ConfigValue &set) {
  std::string where = text("line {} of {}", {std::to_string(set.line), file});
  StringRef name = set.key.back();
  if (set.key.front() == "env")
    checkVariable(on, name, set.value, where);
  else if (name == "rustflags")
    return checkConfigFlags(on, set, where);
  const Target *target = set.key.size() == 3 && name == "linker" ? findTarget(set.key[1]) : nullptr;
  if (!target)
    return false;
  std::string linker = linkerOf(file, set.value);
  if (isToolFor(on, linker, *target))
    return true;
  if (isHosts(on, *target))
    return false;
  bool exists = llvm::sys::fs::can_execute(linker) || !onPath(on, linker).empty();
  std::string what = text(exists ? "the linker of {} is '{}', which is not a tool of lambda-cc for it"
                                 : "the linker of {} is '{}', which does not exist",
                          {set.key[1], set.value});
  std::vector<std::string> advice = {
      where, text("remove the line, or set {}/bin/{}-gcc", {prefixOf(on.patient), set.key[1]})};
  if (exists)
    on.warn(std::move(what), std::move(advice));
  else
    on.error(std::move(what), std::move(advice));
  return false;
}

// The other installation that `values` name, from an earlier init, or "". It is reported once.
static std::string checkInstallations(Examination &on, StringRef file, llvm::ArrayRef<ConfigValue> values) {
  for (const ConfigValue &set : values) {
    StringRef other = installationIn(set.value);
    if (other.empty() || isOwnPrefix(on, other))
      continue;
    bool isGone = !on.fs->exists(other);
    std::string what = text("'{}' names the lambda-cc in {}, which is {}",
                            {file, other.rtrim('/'), isGone ? "gone" : "not this one"});
    std::vector<std::string> advice = {"repeat lambda-cc init: it writes these lines again"};
    if (isGone)
      on.error(std::move(what), std::move(advice));
    else
      on.warn(std::move(what), std::move(advice));
    return other.str();
  }
  return "";
}

void readConfigs(Examination &on) {
  for (const std::string &file : configFiles(on)) {
    llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> content = readWhole(file);
    if (!content) {
      on.configErrors.push_back(
          {Finding::Error, "cargo", text("'{}' can't be read", {file}), {toString(content.takeError())}});
      continue;
    }
    if (llvm::Expected<std::vector<ConfigValue>> values = readCargoConfig(file, (*content)->getBuffer()))
      on.configs.push_back({file, std::move(*values)});
    else
      on.configErrors.push_back(asFinding("cargo", values.takeError()));
  }
}

void checkConfig(Examination &on) {
  bool namesLambdaCc = false;
  llvm::append_range(on.findings, on.configErrors);
  llvm::StringSet<> seen; // the value of the nearest file counts
  for (const ConfigFile &config : on.configs) {
    std::string other = checkInstallations(on, config.file, config.values);
    for (const ConfigValue &set : config.values)
      if (seen.insert(llvm::join(set.key, ".")).second && !isOf(other, set.value))
        namesLambdaCc |= checkConfigValue(on, config.file, set);
  }

  // One of three: the configuration, a variable, or the drop-in folder on PATH.
  for (const Target &target : targets())
    namesLambdaCc |=
        isToolFor(on, on.variable(environmentFor(target, prefixOf(on.patient)).front().name), target);
  if (isOurTool(on, "cc"))
    return on.ok("the cc of PATH is lambda-cc's");
  if (namesLambdaCc) {
    on.ok("cargo is configured for lambda-cc");
    for (const Target &target : targets())
      if (isHosts(on, target))
        on.ok(text("{} is this machine's own: without the drop-in folder on PATH its cc builds it, for the "
                   "glibc that "
                   "is here",
                   {target.triple}));
    return;
  }
  std::string dropIn = prefixOf(on.patient) + "/libexec/lambda-cc/drop-in";
  on.error("cargo is not configured for lambda-cc",
           {on.fs->exists(dropIn) ? text("put {} before all else on PATH", {dropIn})
                                  : text("{} is not there: install lambda-cc as a whole", {dropIn}),
            text("or let {} init write .cargo/config.toml", {on.patient.settings.executable}),
            text("or set what {} env prints", {on.patient.settings.executable})});
}

} // namespace lambdacc
