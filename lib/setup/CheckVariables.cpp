#include "CargoConfig.h"
#include "Checks.h"
#include "Fit.h"
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
static void addJudged(CheckContext &context, llvm::ArrayRef<std::vector<Finding>> ofTargets,
                      StringRef where) {
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
  llvm::Expected<Verify> verify = parseVerify(context.variable("LAMBDA_CC_VERIFY"));
  if (!verify) // checkOwnValues() reports it
    consumeError(verify.takeError());
  else
    applyVerify(*verify, merged);
  for (Finding &finding : merged) {
    finding.check = context.check;
    if (!where.empty())
      finding.advice.insert(finding.advice.begin(), where.str());
    context.findings.push_back(std::move(finding));
  }
}

static void checkRustCpu(CheckContext &context, const RustCpu &cpu, const FlagsForRustc &flags) {
  std::vector<std::vector<Finding>> judged;
  for (const Target &target : targets())
    if (!flags.target || flags.target->triple == target.triple)
      judged.push_back(judgeRustCpu(cpu, target));
  addJudged(context, judged, flags.where);
}

// -march= and -mcpu= in CFLAGS and CXXFLAGS, of which a compiler uses the last.
static void checkCompilerFlags(CheckContext &context, StringRef name, StringRef value, StringRef where) {
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
  addJudged(context, judged, text("{}: {}", {name, where}));
}

//===- Variables that name tools --------------------------------------------===//

// Judges the value of a variable that names a file beside the tools: cmake's toolchain file, bindgen's
// arguments.
static Judged judgeFile(const CheckContext &context, StringRef value, const Variable &wanted) {
  if (value == wanted.value)
    return {Fit::Ours};
  if (value.starts_with("/") && !value.contains(' ') && !context.fs->exists(value))
    return {Fit::Missing};
  bool isIn = isOf(prefixOf(context.setup) + "/", value) || isOwnPrefix(context, installationIn(value));
  return {isIn ? Fit::Ours : Fit::Unknown};
}

// Judges the value of a variable that `wanted` has the right value of.
static Judged judgeValue(const CheckContext &context, StringRef value, const Variable &wanted,
                         const Target &target) {
  StringRef tool = wanted.value;
  if (!tool.consume_front(prefixOf(context.setup) + "/bin/"))
    return judgeFile(context, value, wanted);
  if (!wanted.linkerOf.empty())
    return judgeLinker(context, value, target);
  tool.consume_front((target.triple + "-").str());
  llvm::SmallVector<StringRef> args;
  if (context.fs->exists(value)) // a path, which may have a space
    args.push_back(value);
  else
    value.split(args, ' ', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  return judgeProgram(context, args, jobOf(tool), target);
}

// cc-rs also reads names with dashes.
void checkVariable(CheckContext &context, StringRef name, StringRef value, StringRef where) {
  std::string underscored = name.str();
  std::replace(underscored.begin(), underscored.end(), '-', '_');
  std::string prefix = prefixOf(context.setup);
  checkCompilerFlags(context, name, value, where);
  for (const Target &target : targets())
    for (const Variable &wanted : environmentFor(target, prefix)) {
      bool isInPrefix = StringRef(wanted.value).contains(prefix);
      if (underscored != wanted.name || value.empty() || !isInPrefix || isHostTarget(context, target))
        continue;
      Judged judged = judgeValue(context, value, wanted, target);
      if (judged.fit == Fit::Ours)
        continue;
      std::vector<std::string> advice = {where.str(), text("{} reads it", {wanted.reader}),
                                         text("remove it, or set it to {}", {quoteForShell(wanted.value)})};
      if (!judged.why.empty())
        advice.insert(advice.begin() + 1, judged.why);
      if (judged.fit == Fit::Missing)
        context.error(text("{} is '{}', which is not there", {name, value}), std::move(advice));
      else if (judged.fit == Fit::Fails)
        context.error(text("{} is '{}', which does not work for {}", {name, value, target.triple}),
                      std::move(advice));
      else
        context.warn(text("{} is '{}', which is not ours", {name, value}), std::move(advice));
    }
}

// Variables that begin with LAMBDA_CC_ and that nothing reads.
static void checkOwnNames(CheckContext &context) {
  std::vector<StringRef> all, persons;
  for (const OwnVariable &row : ownVariables()) {
    all.push_back(row.name);
    if (row.isForUsers)
      persons.push_back(row.name);
  }
  std::vector<std::string> known(persons.begin(), persons.end());
  for (char **entry = context.setup.environment; *entry; ++entry) {
    StringRef name = StringRef(*entry).split('=').first;
    if (!name.starts_with("LAMBDA_CC_") || llvm::is_contained(all, name))
      continue;
    std::vector<std::string> advice = {"there are " + joinWithAnd(known)};
    if (StringRef best = nearest(name, persons); !best.empty())
      advice.push_back(text("did you mean '{}'?", {best}));
    context.warn(text("nothing reads '{}'", {name}), std::move(advice));
  }
}

// Each value is parsed as the tools parse it.
static void checkOwnValues(CheckContext &context) {
  bool isCeiling = true;
  for (const OwnVariable &row : ownVariables()) {
    StringRef value = context.variable(row.name);
    if (!row.isForUsers && !value.empty())
      context.warn(text("{} is set, which the tools set for each other", {row.name}),
                   {"with it they run none of the programs that it names; unset it"});
    llvm::Error error = row.check ? row.check(value) : llvm::Error::success();
    if (!error)
      continue;
    isCeiling &= row.name != "LAMBDA_CC_GLIBC" && row.name != "LAMBDA_CC_RUNTIME";
    context.error(std::move(error));
  }
  if (!isCeiling) // then their combination means nothing
    return;
  llvm::Expected<std::optional<llvm::VersionTuple>> ceiling = ceilingOf(context.setup.ceiling);
  if (!ceiling)
    context.error(ceiling.takeError());
}

static void checkCache(CheckContext &context) {
  llvm::Expected<Cache> wanted = parseCache(context.variable("LAMBDA_CC_CACHE"));
  if (!wanted) // checkOwnValues() reports it
    return consumeError(wanted.takeError());
  llvm::Expected<Program> cache = findCache(context.places(), context.variable("LAMBDA_CC_CACHE"));
  if (!cache)
    context.error(cache.takeError());
  else if (cache->found())
    context.ok("a cache of objects: " + cache->path);
}

//===- Flags of rustc -------------------------------------------------------===//

// The targets for which `flags` make rustc link a static glibc, which each tool refuses. For musl,
// +crt-static is the default. The host's own cc can link a static glibc, so the host's triple counts only if
// our cc is on PATH.
static std::vector<std::string> targetsOfStaticGlibc(const CheckContext &context, const RustCpu &cpu,
                                                     const FlagsForRustc &flags) {
  std::string last;
  for (const std::string &feature : cpu.features)
    if (StringRef(feature).drop_front() == "crt-static")
      last = feature;
  std::vector<std::string> triples;
  for (const Target &target : targets()) {
    bool isFor = !flags.target || flags.target->triple == target.triple;
    if (last == "+crt-static" && isFor && target.isGlibc() &&
        (!isHostTarget(context, target) || isOurTool(context, "cc")))
      triples.push_back(target.triple.str());
  }
  return triples;
}

static void checkStaticGlibc(CheckContext &context, const RustCpu &cpu, const FlagsForRustc &flags) {
  std::vector<std::string> triples = targetsOfStaticGlibc(context, cpu, flags);
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
    context.error(std::move(what), std::move(advice));
  else // builds for musl succeed
    context.warn(std::move(what), std::move(advice));
}

// True if `linker`, which `flags` name, is ours for their target.
static bool checkFlagLinker(CheckContext &context, StringRef linker, const FlagsForRustc &flags) {
  std::vector<std::string> advice = {"rustc runs it instead of ours"};
  if (!flags.where.empty())
    advice.insert(advice.begin(), flags.where.str());
  bool fails = false, isOurs = false, isAllOurs = true;
  for (const Target &target : targets()) {
    if ((flags.target && flags.target->triple != target.triple) || isHostTarget(context, target))
      continue;
    Judged judged = judgeProgram(context, {linker}, Job::Link, target);
    isOurs |= judged.fit == Fit::Ours;
    isAllOurs &= judged.fit == Fit::Ours;
    fails |= judged.isCertain();
    if (judged.fit == Fit::Missing && !llvm::is_contained(advice, "there is no such program"))
      advice.push_back("there is no such program");
    else if (!judged.why.empty())
      advice.push_back(text("for {}: {}", {target.triple, judged.why}));
  }
  if (isAllOurs)
    return true;
  std::string what = text("{} names a linker: '{}'", {flags.name, flags.spelled});
  if (fails && !isOurs) // a linker of ours for one target is meant for that
    context.error(std::move(what), std::move(advice));
  else
    context.warn(std::move(what), std::move(advice));
  return false;
}

bool checkRustFlags(CheckContext &context, const FlagsForRustc &flags) {
  std::vector<CodegenOption> options = codegenOptions(flags.args);
  RustCpu cpu = cpuIn(options, flags.name);
  checkRustCpu(context, cpu, flags);
  checkStaticGlibc(context, cpu, flags);
  std::string linker; // the last counts
  for (const CodegenOption &option : options)
    if (option.name == "linker")
      linker = option.value;
  return !linker.empty() && checkFlagLinker(context, linker, flags);
}

static void checkFlagVariables(CheckContext &context) {
  for (StringRef name : {"RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS"})
    checkRustFlags(context, {name, splitRustFlags(context.variable(name)), context.variable(name)});
  StringRef encoded = context.variable("CARGO_ENCODED_RUSTFLAGS");
  checkRustFlags(context, {"CARGO_ENCODED_RUSTFLAGS", splitRustFlags(encoded, unitSeparator), encoded});
  for (const Target &target : targets()) {
    std::string name = "CARGO_TARGET_" + target.triple.upper() + "_RUSTFLAGS";
    std::replace(name.begin(), name.end(), '-', '_');
    checkRustFlags(context, {.name = name,
                             .args = splitRustFlags(context.variable(name)),
                             .spelled = context.variable(name),
                             .target = &target});
  }
}

// A compiler that is not for one target. cc-rs uses it for each target that no variable of its own names a
// compiler for, so that lines of `init` or `env` make it harmless.
static void checkCompilers(CheckContext &context) {
  for (StringRef tool : {"CC", "CXX", "AR"}) {
    std::map<std::string, std::vector<std::string>> usedBy; // by the name of the variable
    for (const Target &target : targets()) {
      std::vector<std::string> names = namesInCcRs(tool, target.triple);
      auto set = llvm::find_if(
          names, [&](StringRef name) { return !context.variableOfBuildScripts(name).value.empty(); });
      bool isForAll = set != names.end() && !StringRef(*set).starts_with((tool + "_").str());
      if (isForAll && !isHostTarget(context, target))
        usedBy[*set].push_back(target.triple.str());
    }
    for (const auto &[name, triples] : usedBy) {
      auto [value, where] = context.variableOfBuildScripts(name);
      if (llvm::any_of(llvm::split(value, ' '), [&](StringRef arg) { return isOurTool(context, arg); }))
        continue;
      context.error(
          text("{} is '{}', which is not ours", {name, value}),
          {where, text("cc-rs uses it for {}", {joinWithAnd(triples)}),
           "remove it, or set the variables with the target in their name: lambda-cc init, lambda-cc env"});
    }
  }
}

void checkVariables(CheckContext &context) {
  checkOwnNames(context);
  checkOwnValues(context);
  checkCache(context);
  for (char **entry = context.setup.environment; *entry; ++entry) {
    auto [name, value] = StringRef(*entry).split('=');
    checkVariable(context, name, value, inEnvironment);
  }

  checkCompilers(context);
  checkFlagVariables(context);
}

} // namespace lambdacc
