#include "CargoConfig.h"
#include "Checks.h"
#include "Fit.h"
#include "PathSearch.h"
#include "System.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using llvm::StringRef;

namespace lambdacc {

// True if `set` names a linker of ours.
static bool checkConfigValue(CheckContext &context, StringRef file, const ConfigValue &set) {
  std::string where = placeOf(set, file);
  StringRef name = set.key.back();
  if (set.key.front() == "env")
    checkVariable(context, name, set.value, where);
  const Target *target = set.key.size() == 3 && name == "linker" ? findTarget(set.key[1]) : nullptr;
  if (!target)
    return false;
  // The variable replaces it, and checkVariable() judges that.
  if (context.isSet(environmentFor(*target, prefixOf(context.setup)).front().name))
    return false;
  Judged judged = judgeLinker(context, programOf(file, set.value), *target);
  if (judged.fit == Fit::Ours || isHostTarget(context, *target))
    return judged.fit == Fit::Ours;
  StringRef how = judged.fit == Fit::Missing ? "does not exist"
                  : judged.fit == Fit::Fails ? "does not work for it"
                                             : "is not a tool of lambda-cc for it";
  std::string what = text("the linker of {} is '{}', which {}", {set.key[1], set.value, how});
  std::vector<std::string> advice = {
      where, text("remove the line, or set {}/bin/{}-gcc", {prefixOf(context.setup), set.key[1]})};
  if (!judged.why.empty())
    advice.insert(advice.begin() + 1, judged.why);
  if (judged.isCertain())
    context.error(std::move(what), std::move(advice));
  else
    context.warn(std::move(what), std::move(advice));
  return false;
}

// The other installation that `values` name, from an earlier init, or "". It is reported once.
static std::string checkInstallations(CheckContext &context, StringRef file,
                                      llvm::ArrayRef<ConfigValue> values) {
  for (const ConfigValue &set : values) {
    std::string other = installationIn(set.value);
    if (other.empty() || isOwnPrefix(context, other))
      continue;
    bool isGone = !context.fs->exists(other);
    std::string what = text("'{}' names the lambda-cc in {}, which is {}",
                            {file, StringRef(other).rtrim('/'), isGone ? "gone" : "not this one"});
    std::vector<std::string> advice = {"repeat lambda-cc init: it writes these lines again"};
    if (isGone)
      context.error(std::move(what), std::move(advice));
    else
      context.warn(std::move(what), std::move(advice));
    return other;
  }
  return "";
}

// Whether `value` is a tool of lambda-cc without a folder, as init writes it for teams, that PATH does not
// have.
static bool isNameOffPath(const CheckContext &context, StringRef value) {
  bool isName = !isPath(value) && llvm::any_of(targets(), [&](const Target &target) {
    return value.starts_with((target.triple + "-").str());
  });
  return isName && findOnPath(context.places(), value).empty();
}

static void reportNameOffPath(CheckContext &context, StringRef file, const ConfigValue &set) {
  StringRef executable = context.setup.settings.executable;
  context.error(text("'{}' names tools of lambda-cc, and PATH does not have them", {file}),
                {text("one is '{}', in line {}", {set.value, std::to_string(set.line)}),
                 text("put {}/libexec/lambda-cc/drop-in before all else on PATH", {prefixOf(context.setup)}),
                 text("or let {} init --form paths write the paths of this installation", {executable})});
}

void readConfigs(CheckContext &context) {
  context.cargo = readCargoConfigs(context.setup.folder, context.setup.cargoHome, *context.fs);
}

void checkConfig(CheckContext &context) {
  bool namesLambdaCc = false, isOffPath = false;
  llvm::append_range(context.findings, context.cargo.errors);
  llvm::StringSet<> seen; // the value of the nearest file counts
  for (const ConfigFile &config : context.cargo.files) {
    std::string other = checkInstallations(context, config.file, config.values);
    for (const ConfigValue &set : config.values) {
      if (!seen.insert(llvm::join(set.key, ".")).second || isOf(other, set.value))
        continue;
      if (!isNameOffPath(context, set.value))
        namesLambdaCc |= checkConfigValue(context, config.file, set);
      else if (!std::exchange(isOffPath, true))
        reportNameOffPath(context, config.file, set);
    }
  }
  checkFlags(context, /*ofVariables=*/false);
  namesLambdaCc |= context.flagsNameOurs;

  // One of three: the configuration, a variable, or the drop-in folder on PATH.
  for (const Target &target : targets()) {
    StringRef linker = context.variable(environmentFor(target, prefixOf(context.setup)).front().name);
    namesLambdaCc |= !linker.empty() && judgeLinker(context, linker, target).fit == Fit::Ours;
  }
  if (isOurTool(context, "cc"))
    return context.ok("the cc of PATH is lambda-cc's");
  if (isOffPath)
    return;
  if (namesLambdaCc) {
    context.ok("cargo is configured for lambda-cc");
    for (const Target &target : targets())
      if (isHostTarget(context, target))
        context.ok(text("{} is this machine's own: without the drop-in folder on PATH its cc builds it, "
                        "for the glibc that is here",
                        {target.triple}));
    return;
  }
  std::string dropIn = prefixOf(context.setup) + "/libexec/lambda-cc/drop-in";
  context.error("cargo is not configured for lambda-cc",
                {context.fs->exists(dropIn) ? text("put {} before all else on PATH", {dropIn})
                                            : text("{} is not there: install lambda-cc as a whole", {dropIn}),
                 text("or let {} init write .cargo/config.toml", {context.setup.settings.executable}),
                 text("or set what {} env prints", {context.setup.settings.executable})});
}

} // namespace lambdacc
