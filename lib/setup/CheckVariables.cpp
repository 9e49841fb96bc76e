#include "CargoConfig.h"
#include "Checks.h"
#include "OwnVariables.h"
#include "RustFlags.h"
#include "Switches.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace lambdacc {

// Whether `value` leads where `wanted` does: to a tool for the same target, through whatever wrapper, or to
// something else of the installation that is there.
static bool leadsToUs(const Examination &on, StringRef value, const Variable &wanted, const Target &target) {
  std::string inside = prefixOf(on.patient) + "/";
  if (!StringRef(wanted.value).starts_with(inside + "bin/"))
    return value == wanted.value || ((isOf(inside, value) || isOwnPrefix(on, installationIn(value))) &&
                                     (!value.starts_with("/") || on.fs->exists(value)));
  llvm::SmallVector<StringRef> words;
  value.split(words, ' ', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  return isToolFor(on, value, target) ||
         llvm::any_of(words, [&](StringRef word) { return isToolFor(on, word, target); });
}

// cc-rs takes it with dashes, too.
void checkVariable(Examination &on, StringRef name, StringRef value, StringRef where) {
  std::string underscored = name.str();
  std::replace(underscored.begin(), underscored.end(), '-', '_');
  std::string prefix = prefixOf(on.patient);
  for (const Target &target : targets())
    for (const Variable &wanted : environmentFor(target, prefix)) {
      bool speaksOfUs = StringRef(wanted.value).contains(prefix);
      if (underscored != wanted.name || value.empty() || !speaksOfUs || isHosts(on, target) ||
          leadsToUs(on, value, wanted, target))
        continue;
      std::vector<std::string> advice = {where.str(), text("{} takes it", {wanted.reader}),
                                         text("take it out, or say {}", {quoteForShell(wanted.value)})};
      bool isGone = value.starts_with("/") && !value.contains(' ') && !on.fs->exists(value);
      if (isGone)
        on.error(text("{} is '{}', which is not there", {name, value}), std::move(advice));
      else
        on.warn(text("{} is '{}', which is not ours", {name, value}), std::move(advice));
    }
}

// A name that begins as ours do, and that nothing reads.
static void checkOwnNames(Examination &on) {
  std::vector<StringRef> all, persons;
  for (const OwnVariable &row : ownVariables()) {
    all.push_back(row.name);
    if (row.isForUsers)
      persons.push_back(row.name);
  }
  std::vector<std::string> known(persons.begin(), persons.end());
  for (char **entry = on.patient.environment; *entry; ++entry) {
    StringRef name = StringRef(*entry).split('=').first;
    if (!name.starts_with("LAMBDA_CC_") || llvm::is_contained(all, name))
      continue;
    std::vector<std::string> advice = {"there are " + joinWithAnd(known)};
    if (StringRef best = nearest(name, persons); !best.empty())
      advice.push_back(text("did you mean '{}'?", {best}));
    on.warn(text("nothing reads '{}'", {name}), std::move(advice));
  }
}

// Each by the parser of the tools that read it.
static void checkOwnValues(Examination &on) {
  bool isCeiling = true;
  for (const OwnVariable &row : ownVariables()) {
    StringRef value = on.variable(row.name);
    if (!row.isForUsers && !value.empty())
      on.warn(text("{} is set, which the tools set for each other", {row.name}),
              {"with it they run none of the programs that it names; unset it"});
    llvm::Error error = row.check ? row.check(value) : llvm::Error::success();
    if (!error)
      continue;
    isCeiling &= row.name != "LAMBDA_CC_GLIBC" && row.name != "LAMBDA_CC_RUNTIME";
    on.error(std::move(error));
  }
  if (!isCeiling) // what they say together is of no use then
    return;
  llvm::Expected<std::optional<llvm::VersionTuple>> ceiling = ceilingOf(on.patient.ceiling);
  if (!ceiling)
    on.error(ceiling.takeError());
}

static void checkCache(Examination &on) {
  llvm::Expected<Cache> wanted = parseCache(on.variable("LAMBDA_CC_CACHE"));
  if (!wanted) // which checkOwnValues() says
    return consumeError(wanted.takeError());
  llvm::Expected<Program> cache = findCache(on.places(), on.variable("LAMBDA_CC_CACHE"));
  if (!cache)
    on.error(cache.takeError());
  else if (cache->found())
    on.ok("a cache of objects: " + cache->path);
}

bool checkRustFlags(Examination &on, const FlagsForRustc &flags) {
  std::string cpu, linker; // the last of each counts
  for (CodegenOption &option : codegenOptions(flags.words))
    if (option.name == "target-cpu")
      cpu = std::move(option.value);
    else if (option.name == "linker")
      linker = std::move(option.value);
  auto warn = [&](StringRef what, StringRef why) {
    std::vector<std::string> advice = {why.str()};
    if (!flags.where.empty())
      advice.insert(advice.begin(), flags.where.str());
    on.warn(text(what, {flags.name, flags.spelled}), std::move(advice));
  };
  if (cpu == "native")
    warn("{} asks for the CPU of this machine: '{}'",
         "Lambda's hosts differ from it, and from each other: an instruction that one of them lacks ends the "
         "program");
  bool isOurs = flags.target && isToolFor(on, linker, *flags.target);
  if (!linker.empty() && !isOurs)
    warn("{} names a linker: '{}'", "rustc takes it in place of ours");
  return isOurs;
}

static void checkFlagVariables(Examination &on) {
  for (StringRef name : {"RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS"})
    checkRustFlags(on, {name, splitRustFlags(on.variable(name)), on.variable(name)});
  StringRef encoded = on.variable("CARGO_ENCODED_RUSTFLAGS");
  checkRustFlags(on, {"CARGO_ENCODED_RUSTFLAGS", splitRustFlags(encoded, unitSeparator), encoded});
  for (const Target &target : targets()) {
    std::string name = "CARGO_TARGET_" + target.triple.upper() + "_RUSTFLAGS";
    std::replace(name.begin(), name.end(), '-', '_');
    checkRustFlags(on, {.name = name,
                        .words = splitRustFlags(on.variable(name)),
                        .spelled = on.variable(name),
                        .target = &target});
  }
}

void checkVariables(Examination &on) {
  checkOwnNames(on);
  checkOwnValues(on);
  checkCache(on);
  for (char **entry = on.patient.environment; *entry; ++entry) {
    auto [name, value] = StringRef(*entry).split('=');
    checkVariable(on, name, value, "it is in the environment");
  }

  // What cc-rs takes where there is none with the target in its name (requirements.md, section 3).
  for (StringRef name : {"TARGET_CC", "TARGET_CXX", "TARGET_AR", "CC", "CXX", "AR"})
    if (StringRef value = on.variable(name);
        !value.empty() &&
        llvm::none_of(llvm::split(value, ' '), [&](StringRef word) { return isOurTool(on, word); }))
      on.error(text("{} is '{}', which is not ours", {name, value}),
               {"cc-rs takes it for each target whose name is in no such variable",
                "unset it, or set those with the target in their name: lambda-cc env"});

  checkFlagVariables(on);
}

} // namespace lambdacc
