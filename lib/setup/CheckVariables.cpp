#include "CargoConfig.h"
#include "Checks.h"
#include "JudgeCpu.h"
#include "OwnVariables.h"
#include "RustFlags.h"
#include "Switches.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <map>

using llvm::StringRef;

namespace lambdacc {

//===- The CPU --------------------------------------------------------------===//

// By the functions of the tools, so that a build fails where doctor finds an error, and nowhere else. The
// findings of two targets for one option are merged.
static void addJudged(Examination &on, llvm::ArrayRef<std::vector<Finding>> ofTargets, StringRef where) {
  std::vector<Finding> merged;
  for (const std::vector<Finding> &findings : ofTargets)
    for (const Finding &finding : findings) {
      auto same = llvm::find_if(merged, [&](const Finding &other) { return other.what == finding.what; });
      if (same == merged.end()) {
        merged.push_back(finding);
        continue;
      }
      for (const std::string &line : finding.advice)
        if (!llvm::is_contained(same->advice, line))
          same->advice.push_back(line);
    }
  llvm::Expected<Verify> verify = parseVerify(on.variable("LAMBDA_CC_VERIFY"));
  if (!verify) // checkOwnValues() reports it
    consumeError(verify.takeError());
  else
    applyVerify(*verify, merged);
  for (Finding &finding : merged) {
    finding.check = on.check;
    if (!where.empty())
      finding.advice.insert(finding.advice.begin(), where.str());
    on.findings.push_back(std::move(finding));
  }
}

static void checkRustCpu(Examination &on, const RustCpu &cpu, const FlagsForRustc &flags) {
  std::vector<std::vector<Finding>> judged;
  for (const Target &target : targets())
    if (!flags.target || flags.target->triple == target.triple)
      judged.push_back(judgeRustCpu(cpu, target));
  addJudged(on, judged, flags.where);
}

// -march= and -mcpu= in CFLAGS and CXXFLAGS, of which a compiler uses the last.
static void checkCompilerFlags(Examination &on, StringRef name, StringRef value, StringRef where) {
  StringRef cpu;
  for (StringRef option : llvm::split(value, ' '))
    if (option.starts_with("-march=") || option.starts_with("-mcpu="))
      cpu = option;
  if (cpu.empty())
    return;
  std::vector<std::vector<Finding>> judged;
  for (const Target &target : targets())
    for (StringRef flags : {"CFLAGS", "CXXFLAGS"})
      if (llvm::is_contained(namesInCcRs(flags, target.triple), name.str()))
        judged.push_back(judgeCpuOption(cpu, target, /*ofBuildScript=*/true));
  addJudged(on, judged, text("{}: {}", {name, where}));
}

//===- Variables that name tools --------------------------------------------===//

// Whether `value` names what `wanted` names: a tool for the same target, also behind a wrapper, or another
// existing file of this installation.
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

// cc-rs also reads names with dashes.
void checkVariable(Examination &on, StringRef name, StringRef value, StringRef where) {
  std::string underscored = name.str();
  std::replace(underscored.begin(), underscored.end(), '-', '_');
  std::string prefix = prefixOf(on.patient);
  checkCompilerFlags(on, name, value, where);
  for (const Target &target : targets())
    for (const Variable &wanted : environmentFor(target, prefix)) {
      bool isInPrefix = StringRef(wanted.value).contains(prefix);
      if (underscored != wanted.name || value.empty() || !isInPrefix || isHosts(on, target) ||
          leadsToUs(on, value, wanted, target))
        continue;
      std::vector<std::string> advice = {where.str(), text("{} reads it", {wanted.reader}),
                                         text("remove it, or set it to {}", {quoteForShell(wanted.value)})};
      bool isGone = value.starts_with("/") && !value.contains(' ') && !on.fs->exists(value);
      if (isGone)
        on.error(text("{} is '{}', which is not there", {name, value}), std::move(advice));
      else
        on.warn(text("{} is '{}', which is not ours", {name, value}), std::move(advice));
    }
}

// Variables that begin with LAMBDA_CC_ and that nothing reads.
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

// Each value is parsed as the tools parse it.
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
  if (!isCeiling) // then their combination means nothing
    return;
  llvm::Expected<std::optional<llvm::VersionTuple>> ceiling = ceilingOf(on.patient.ceiling);
  if (!ceiling)
    on.error(ceiling.takeError());
}

static void checkCache(Examination &on) {
  llvm::Expected<Cache> wanted = parseCache(on.variable("LAMBDA_CC_CACHE"));
  if (!wanted) // checkOwnValues() reports it
    return consumeError(wanted.takeError());
  llvm::Expected<Program> cache = findCache(on.places(), on.variable("LAMBDA_CC_CACHE"));
  if (!cache)
    on.error(cache.takeError());
  else if (cache->found())
    on.ok("a cache of objects: " + cache->path);
}

//===- Flags of rustc -------------------------------------------------------===//

// The targets for which `flags` make rustc link a static glibc, which each tool refuses. For musl,
// +crt-static is the default. The host's own cc can link a static glibc, so the host's triple counts only if
// our cc is on PATH.
static std::vector<std::string> targetsOfStaticGlibc(const Examination &on, const RustCpu &cpu,
                                                     const FlagsForRustc &flags) {
  std::string last;
  for (const std::string &feature : cpu.features)
    if (StringRef(feature).drop_front() == "crt-static")
      last = feature;
  std::vector<std::string> triples;
  for (const Target &target : targets()) {
    bool isFor = !flags.target || flags.target->triple == target.triple;
    if (last == "+crt-static" && isFor && target.isGlibc() && (!isHosts(on, target) || isOurTool(on, "cc")))
      triples.push_back(target.triple.str());
  }
  return triples;
}

static void checkStaticGlibc(Examination &on, const RustCpu &cpu, const FlagsForRustc &flags) {
  std::vector<std::string> triples = targetsOfStaticGlibc(on, cpu, flags);
  if (triples.empty())
    return;
  std::string what =
      text("'target-feature=+crt-static' in {} fails each link for {}", {flags.name, joinWithAnd(triples)});
  std::vector<std::string> advice = {
      "a static glibc loads the shared one of its own version at run time, which Lambda does not have",
      "remove it, or build for a musl target: its programs are static without it"};
  if (!flags.where.empty())
    advice.insert(advice.begin(), flags.where.str());
  if (flags.target)
    on.error(std::move(what), std::move(advice));
  else // builds for musl succeed
    on.warn(std::move(what), std::move(advice));
}

bool checkRustFlags(Examination &on, const FlagsForRustc &flags) {
  std::vector<CodegenOption> options = codegenOptions(flags.words);
  RustCpu cpu = cpuIn(options, flags.name);
  checkRustCpu(on, cpu, flags);
  checkStaticGlibc(on, cpu, flags);
  std::string linker; // the last counts
  for (const CodegenOption &option : options)
    if (option.name == "linker")
      linker = option.value;
  bool isOurs = flags.target && isToolFor(on, linker, *flags.target);
  if (linker.empty() || isOurs)
    return isOurs;
  std::vector<std::string> advice = {"rustc runs it instead of ours"};
  if (!flags.where.empty())
    advice.insert(advice.begin(), flags.where.str());
  on.warn(text("{} names a linker: '{}'", {flags.name, flags.spelled}), std::move(advice));
  return false;
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

// A compiler that is not for one target. cc-rs uses it for each target that no variable of its own names a
// compiler for, so that lines of `init` or `env` make it harmless.
static void checkCompilers(Examination &on) {
  for (StringRef tool : {"CC", "CXX", "AR"}) {
    std::map<std::string, std::vector<std::string>> usedBy; // by the name of the variable
    for (const Target &target : targets()) {
      std::vector<std::string> names = namesInCcRs(tool, target.triple);
      auto set =
          llvm::find_if(names, [&](StringRef name) { return !on.variableOfBuildScripts(name).empty(); });
      bool isForAll = set != names.end() && !StringRef(*set).starts_with((tool + "_").str());
      if (isForAll && !isHosts(on, target))
        usedBy[*set].push_back(target.triple.str());
    }
    for (const auto &[name, triples] : usedBy) {
      StringRef value = on.variableOfBuildScripts(name);
      if (llvm::any_of(llvm::split(value, ' '), [&](StringRef word) { return isOurTool(on, word); }))
        continue;
      on.error(
          text("{} is '{}', which is not ours", {name, value}),
          {text("cc-rs uses it for {}", {joinWithAnd(triples)}),
           "unset it, or set the variables with the target in their name: lambda-cc init, lambda-cc env"});
    }
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

  checkCompilers(on);
  checkFlagVariables(on);
}

} // namespace lambdacc
