#include "CargoConfig.h"
#include "Checks.h"
#include "Fit.h"
#include "JudgeCpu.h"
#include "JudgeRuntime.h"
#include "OwnVariables.h"
#include "RustFlags.h"
#include "SupportDates.h"
#include "Switches.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <map>

using llvm::StringRef;

namespace lambdacc {

//===- The CPU --------------------------------------------------------------===//

void addJudged(CheckContext &context, llvm::ArrayRef<std::vector<Finding>> ofTargets, StringRef where) {
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

// -march= and -mcpu= in CFLAGS and CXXFLAGS, of each of which a compiler uses the last.
static void checkCompilerFlags(CheckContext &context, StringRef name, StringRef value, StringRef where) {
  for (StringRef option : {"-march=", "-mcpu="}) {
    StringRef cpu;
    for (StringRef each : llvm::split(value, ' '))
      if (each.starts_with(option))
        cpu = each;
    if (cpu.empty())
      continue;
    std::vector<std::vector<Finding>> judged;
    for (const Target &target : targets())
      for (StringRef flags : {"CFLAGS", "CXXFLAGS"})
        if (llvm::is_contained(namesInCcRs(flags, target.triple), name.str()))
          judged.push_back(judgeCpuOption(cpu, target, /*ofBuildScript=*/true,
                                          context.runtime ? &*context.runtime : nullptr));
    addJudged(context, judged, text("{}: {}", {name, where}));
  }
}

//===- Variables that name tools --------------------------------------------===//

// Judges the value of a variable that names a file beside the tools: cmake's toolchain file, bindgen's
// arguments.
static Judged judgeFile(const CheckContext &context, StringRef value, const Variable &wanted) {
  if (value == wanted.value)
    return {Fit::Ours};
  if (isAbsolute(value) && !value.contains(' ') && !context.fs->exists(value))
    return {Fit::Missing};
  bool isIn = isOf(prefixOf(context.setup) + "/", value) || isOwnPrefix(context, installationIn(value));
  return {isIn ? Fit::Ours : Fit::Unknown};
}

// Judges the value of a variable that `wanted` has the right value of.
static Judged judgeValue(const CheckContext &context, StringRef value, const Variable &wanted,
                         const Target &target) {
  std::string bin = withSlashes(prefixOf(context.setup)) + "/bin/", program = programName(wanted.value);
  StringRef tool = program;
  if (!StringRef(wanted.value).starts_with(bin))
    return judgeFile(context, value, wanted);
  if (wanted.key == "linker")
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
  std::string spelled = underscored(name);
  std::string prefix = prefixOf(context.setup);
  checkCompilerFlags(context, name, value, where);
  for (const Target &target : targets())
    for (const Variable &wanted : environmentFor(target, prefix)) {
      bool isInPrefix = StringRef(wanted.value).contains(withSlashes(prefix));
      // Any value can be right.
      if (wanted.key == "runner" || wanted.key == "rustflags" || wanted.reader == "openssl-sys")
        continue;
      if (spelled != wanted.name || value.empty() || !isInPrefix || isHostTarget(context, target))
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
    // LAMBDA_CC_CARGO_TRIED is set in all that cargo runs, and does no harm there.
    if (row.name == "LAMBDA_CC_TRIED" && !value.empty())
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

// The tools themselves print nothing about it: they would do so for each program.
static void checkSupport(CheckContext &context) {
  const std::optional<Runtime> &runtime = context.runtime;
  std::optional<Finding> finding = runtime ? outOfSupport(*runtime, context.setup.today) : std::nullopt;
  if (!finding)
    return;
  finding->advice.insert(finding->advice.begin(), text("LAMBDA_CC_RUNTIME is {}", {runtime->name}));
  context.warn(std::move(finding->what), std::move(finding->advice));
}

// Without a daemon icecc compiles here, and prints nothing. Its sockets: icecream 1.4, client/main.cpp.
static void checkIcecc(CheckContext &context) {
  std::string own = text("{}/.iceccd.socket", {context.variable("HOME")});
  for (StringRef socket :
       {StringRef("/var/run/icecc/iceccd.socket"), StringRef("/var/run/iceccd.socket"), StringRef(own)})
    if (context.fs->exists(socket))
      return context.ok(text("icecc sends compiles to other machines, by {}", {socket}));
  context.warn("icecc finds no iceccd, so it compiles on this machine",
               {text("looked for its socket in /var/run/icecc, /var/run and {}", {context.variable("HOME")}),
                "icecc itself prints nothing; start iceccd, or set LAMBDA_CC_CACHE to a cache or off"});
}

static void checkCache(CheckContext &context) {
  llvm::Expected<Cache> wanted = parseCache(context.variable("LAMBDA_CC_CACHE"));
  if (!wanted) // checkOwnValues() reports it
    return consumeError(wanted.takeError());
  llvm::Expected<Program> cache = findCache(context.places(), context.variable("LAMBDA_CC_CACHE"));
  if (!cache)
    context.error(cache.takeError());
  else if (*wanted == Cache::Icecc)
    checkIcecc(context);
  else if (*wanted == Cache::Distcc)
    context.ok("distcc sends compiles to other machines: " + cache->path);
  else if (cache->found())
    context.ok("a cache of objects: " + cache->path);
}

// The targets that the project is set up for: those with a linker of ours, and cargo's default.
static std::vector<std::string> configuredTriples(const CheckContext &context) {
  std::vector<std::string> configured;
  for (const Target &target : targets()) {
    StringRef linker = context.variable(environmentFor(target, prefixOf(context.setup)).front().name);
    if (!linker.empty() && judgeLinker(context, linker, target).fit == Fit::Ours)
      configured.push_back(target.triple.str());
  }
  for (const ConfigFile &config : context.cargo.files)
    for (const ConfigValue &set : config.values) {
      const Target *target =
          set.key.size() == 3 && set.key.back() == "linker" ? findTarget(set.key[1]) : nullptr;
      if (target && judgeLinker(context, programOf(config.file, set.value), *target).fit == Fit::Ours)
        configured.push_back(target->triple.str());
      if (set.key.front() == "build" && set.key.back() == "target")
        llvm::append_range(configured, set.args);
    }
  if (StringRef target = context.variable("CARGO_BUILD_TARGET"); !target.empty())
    configured.push_back(target.str());
  return configured;
}

bool buildsFor(const CheckContext &context, llvm::ArrayRef<std::string> triples) {
  std::vector<std::string> configured = configuredTriples(context);
  return configured.empty() ||
         llvm::any_of(triples, [&](StringRef triple) { return llvm::is_contained(configured, triple); });
}

// The link of each target that does not fit LAMBDA_CC_RUNTIME is refused. That is an error here only if the
// project builds for such a target.
static void checkPlace(CheckContext &context) {
  if (!context.runtime)
    return;
  std::vector<std::string> configured = configuredTriples(context), fitting;
  std::vector<std::vector<Finding>> judged;
  for (const Target &target : targets()) {
    std::optional<Finding> finding = judgeRuntime(target, *context.runtime);
    if (!finding)
      fitting.push_back(target.triple.str());
    else if (llvm::is_contained(configured, target.triple))
      judged.push_back({std::move(*finding)});
  }
  addJudged(context, judged, "");
  if (judged.empty() && fitting.size() < targets().size())
    context.ok(
        text("programs for {} run on {}, others are refused", {joinWithAnd(fitting), context.runtime->name}));
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
      std::string what = text("{} is '{}', which is not ours", {name, value});
      std::vector<std::string> advice = {
          where, text("cc-rs uses it for {}", {joinWithAnd(triples)}),
          "remove it, or set the variables with the target in their name: lambda-cc init, lambda-cc env"};
      if (buildsFor(context, triples))
        context.error(std::move(what), std::move(advice));
      else
        context.warn(std::move(what), std::move(advice));
    }
  }
}

void checkVariables(CheckContext &context) {
  checkOwnNames(context);
  checkOwnValues(context);
  checkSupport(context);
  checkPlace(context);
  checkCache(context);
  for (char **entry = context.setup.environment; *entry; ++entry) {
    auto [name, value] = StringRef(*entry).split('=');
    checkVariable(context, name, value, inEnvironment);
  }

  checkCompilers(context);
  checkFlags(context, /*ofVariables=*/true);
}

} // namespace lambdacc
