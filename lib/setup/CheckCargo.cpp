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

// The configuration files that cargo reads, the nearest first: in .cargo of each folder on the way up, then
// of the home.
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

// A linker as cargo takes it: with a slash it is relative to the folder that .cargo lies in.
static std::string linkerOf(StringRef file, StringRef value) {
  if (path::is_absolute(value) || !value.contains('/'))
    return value.str();
  return under(path::parent_path(path::parent_path(file)), {value});
}

// Flags for rustc: of one target, of those that a cfg() fits, or of all. Whether they name a linker of ours.
static bool checkConfigFlags(Examination &on, const ConfigValue &said, StringRef where) {
  std::string key = llvm::join(said.key, ".");
  bool isTable = said.key.front() == "target";
  const Target *target = isTable ? findTarget(said.key[1]) : nullptr;
  if (isTable && !target && !StringRef(said.key[1]).starts_with("cfg("))
    return false; // another machine's
  return checkRustFlags(on, {.name = key,
                             .words = {said.words.begin(), said.words.end()},
                             .spelled = said.value,
                             .where = where,
                             .target = target});
}

// Whether a linker of ours is named.
static bool checkConfigValue(Examination &on, StringRef file, const ConfigValue &said) {
  std::string where = text("line {} of {}", {std::to_string(said.line), file});
  StringRef name = said.key.back();
  if (said.key.front() == "env")
    checkVariable(on, name, said.value, where);
  else if (name == "rustflags")
    return checkConfigFlags(on, said, where);
  const Target *target = said.key.size() == 3 && name == "linker" ? findTarget(said.key[1]) : nullptr;
  if (!target)
    return false;
  std::string linker = linkerOf(file, said.value);
  if (isToolFor(on, linker, *target))
    return true;
  if (isHosts(on, *target))
    return false;
  bool exists = llvm::sys::fs::can_execute(linker) || !onPath(on, linker).empty();
  std::string what = text(exists ? "the linker of {} is '{}', which is none of ours for it"
                                 : "the linker of {} is '{}', and there is no such program",
                          {said.key[1], said.value});
  std::vector<std::string> advice = {
      where, text("take the line out, or say {}/bin/{}-gcc", {prefixOf(on.patient), said.key[1]})};
  if (exists)
    on.warn(std::move(what), std::move(advice));
  else
    on.error(std::move(what), std::move(advice));
  return false;
}

// Another installation that an init of before wrote of, which is to be said once, or "".
static std::string checkInstallations(Examination &on, StringRef file, llvm::ArrayRef<ConfigValue> values) {
  for (const ConfigValue &said : values) {
    StringRef other = installationIn(said.value);
    if (other.empty() || isOwnPrefix(on, other))
      continue;
    bool isGone = !on.fs->exists(other);
    std::string what = text("'{}' is of the lambda-cc in {}, which is {}",
                            {file, other.rtrim('/'), isGone ? "gone" : "not this one"});
    std::vector<std::string> advice = {"repeat lambda-cc init, which makes these lines anew"};
    if (isGone)
      on.error(std::move(what), std::move(advice));
    else
      on.warn(std::move(what), std::move(advice));
    return other.str();
  }
  return "";
}

void checkConfig(Examination &on) {
  bool namesOurs = false;
  llvm::StringSet<> seen; // the nearest file says it
  for (const std::string &file : configFiles(on)) {
    llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> content = readWhole(file);
    if (!content) {
      on.error(text("'{}' can't be read", {file}), {toString(content.takeError())});
      continue;
    }
    llvm::Expected<std::vector<ConfigValue>> values = readCargoConfig(file, (*content)->getBuffer());
    if (!values) {
      on.error(values.takeError());
      continue;
    }
    std::string other = checkInstallations(on, file, *values);
    for (const ConfigValue &said : *values)
      if (seen.insert(llvm::join(said.key, ".")).second && !isOf(other, said.value))
        namesOurs |= checkConfigValue(on, file, said);
  }

  // One of the three ways to say it must be taken.
  for (const Target &target : targets())
    namesOurs |=
        isToolFor(on, on.variable(environmentFor(target, prefixOf(on.patient)).front().name), target);
  if (isOurTool(on, "cc"))
    return on.ok("the cc of PATH is lambda-cc's");
  if (namesOurs) {
    on.ok("cargo is told of lambda-cc");
    for (const Target &target : targets())
      if (isHosts(on, target))
        on.ok(text("{} is this machine's own: without the drop-in folder on PATH its cc builds it, for the "
                   "glibc that "
                   "is here",
                   {target.triple}));
    return;
  }
  std::string dropIn = prefixOf(on.patient) + "/libexec/lambda-cc/drop-in";
  on.error("nothing tells cargo of lambda-cc",
           {on.fs->exists(dropIn) ? text("put {} before all else on PATH", {dropIn})
                                  : text("{} is not there: install lambda-cc as a whole", {dropIn}),
            text("or let {} init write .cargo/config.toml", {on.patient.settings.executable}),
            text("or set what {} env prints", {on.patient.settings.executable})});
}

} // namespace lambdacc
