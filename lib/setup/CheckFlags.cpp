// Flags for rustc, of which cargo applies one of four sources for a target (cargo 1.95, `env_args` and
// `rustflags_from_target`): CARGO_ENCODED_RUSTFLAGS, else RUSTFLAGS, else the tables of the target, else
// build.rustflags. A variable counts there even if it is empty. Flags that cargo does not apply are not
// judged.
#include "CargoCfg.h"
#include "Checks.h"
#include "Fit.h"
#include "JudgeCpu.h"
#include "RustFlags.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"
#include <set>

using llvm::StringRef;

namespace lambdacc {

namespace {
// A variable or a line of a configuration with flags.
struct Source {
  std::string name; ///< the variable, or the key
  std::vector<std::string> args;
  std::string spelled;    ///< as the user wrote them
  std::string where = {}; ///< the first line of the advice; "" for a variable
  bool operator==(const Source &other) const { return name == other.name && where == other.where; }
};

// A source, and its options that count for a target.
struct Options {
  const Target *target;
  std::vector<CodegenOption> options;
};
} // namespace

//===- What cargo applies ---------------------------------------------------===//

static Source sourceOf(const CheckContext &context, StringRef variable, char separator = ' ') {
  Source source{variable.str(), {}, context.variable(variable).str()};
  for (StringRef arg : splitRustFlags(context.variable(variable), separator))
    source.args.push_back(arg.str());
  return source;
}

// The lists of all configurations are joined, the nearest last. Of strings the nearest counts. The variable
// comes after both.
static void addFlags(const CheckContext &context, StringRef table, StringRef variable,
                     std::vector<Source> &sources) {
  std::vector<Source> found;
  for (const ConfigFile &config : llvm::reverse(context.cargo.files))
    for (const ConfigValue &set : config.values)
      if (set.key.back() == "rustflags" && llvm::join(llvm::ArrayRef(set.key).drop_back(), ".") == table) {
        if (!set.isList)
          found.clear();
        found.push_back({llvm::join(set.key, "."), set.args, set.value, placeOf(set, config.file)});
      }
  llvm::append_range(sources, found);
  if (!variable.empty())
    sources.push_back(sourceOf(context, variable));
}

static std::vector<Source> sourcesFor(const CheckContext &context, const Target &target) {
  if (context.isSet("CARGO_ENCODED_RUSTFLAGS"))
    return {sourceOf(context, "CARGO_ENCODED_RUSTFLAGS", unitSeparator)};
  if (context.isSet("RUSTFLAGS"))
    return {sourceOf(context, "RUSTFLAGS")};
  std::string variable = underscored("CARGO_TARGET_" + target.triple.upper() + "_RUSTFLAGS");
  std::vector<Source> sources;
  addFlags(context, ("target." + target.triple).str(), variable, sources);
  std::set<std::string> cfgs;
  for (const ConfigFile &config : context.cargo.files)
    for (const ConfigValue &set : config.values)
      if (set.key.front() == "target" && matchesCfg(set.key[1], target))
        cfgs.insert("target." + set.key[1]);
  for (const std::string &cfg : cfgs)
    addFlags(context, cfg, "", sources);
  llvm::erase_if(sources, [](const Source &source) { return source.args.empty(); });
  if (sources.empty())
    addFlags(context, "build", "CARGO_BUILD_RUSTFLAGS", sources);
  return sources;
}

// `value` of target-feature without crt-static.
static std::string withoutCrtStatic(StringRef value) {
  std::vector<StringRef> others;
  for (StringRef feature : llvm::split(value, ','))
    if (feature.ltrim("+-") != "crt-static")
      others.push_back(feature);
  return llvm::join(others, ",");
}

// The options of each source but those that a later one replaces.
static std::vector<std::vector<CodegenOption>> optionsThatCount(llvm::ArrayRef<Source> sources) {
  std::vector<std::vector<CodegenOption>> all(sources.size());
  bool cpuFollows = false, linkerFollows = false, crtFollows = false;
  for (size_t i = sources.size(); i-- > 0;) {
    std::vector<StringRef> args(sources[i].args.begin(), sources[i].args.end());
    bool hasCpu = false, hasLinker = false, hasCrt = false;
    for (CodegenOption &option : codegenOptions(args)) {
      bool isCpu = option.name == "target-cpu", isLinker = option.name == "linker";
      bool isCrt = option.name == "target-feature" && StringRef(option.value).contains("crt-static");
      hasCpu |= isCpu;
      hasLinker |= isLinker;
      hasCrt |= isCrt;
      if (isCrt && crtFollows)
        option.value = withoutCrtStatic(option.value);
      if (!(isCpu && cpuFollows) && !(isLinker && linkerFollows))
        all[i].push_back(std::move(option));
    }
    cpuFollows |= hasCpu;
    linkerFollows |= hasLinker;
    crtFollows |= hasCrt;
  }
  return all;
}

//===- Findings -------------------------------------------------------------===//

static void checkCpu(CheckContext &context, const Source &source, llvm::ArrayRef<Options> applied) {
  std::vector<std::vector<Finding>> judged;
  for (const Options &each : applied)
    judged.push_back(judgeRustCpu(cpuIn(each.options, source.name), *each.target,
                                  context.runtime ? &*context.runtime : nullptr));
  addJudged(context, judged, source.where);
}

// Whether `options` make rustc link a static glibc, which each tool refuses. For musl, +crt-static is the
// default. The host's own cc can link a static glibc, so the host's triple counts only if our cc is on PATH.
static bool linksStaticGlibc(const CheckContext &context, const Options &applied) {
  std::string last;
  for (const std::string &feature : cpuIn(applied.options, "").features)
    if (StringRef(feature).drop_front() == "crt-static")
      last = feature;
  return last == "+crt-static" && applied.target->isGlibc() &&
         (!isHostTarget(context, *applied.target) || isOurTool(context, "cc"));
}

static void checkStaticGlibc(CheckContext &context, const Source &source, llvm::ArrayRef<Options> applied) {
  std::vector<std::string> triples;
  for (const Options &each : applied)
    if (linksStaticGlibc(context, each))
      triples.push_back(each.target->triple.str());
  if (triples.empty())
    return;
  std::string what =
      text("'target-feature=+crt-static' in {} fails each link for {}", {source.name, joinWithAnd(triples)});
  std::vector<std::string> advice = {
      "a static glibc loads the shared one of its own version at run time, which Lambda does not have",
      "remove it, or build for a musl target: its programs are static without it"};
  if (!source.where.empty())
    advice.insert(advice.begin(), source.where);
  if (llvm::all_of(applied, [](const Options &each) { return each.target->isGlibc(); }))
    context.error(std::move(what), std::move(advice));
  else // builds for musl succeed
    context.warn(std::move(what), std::move(advice));
}

// True if the linker that `source` names is ours for each target that it applies to.
static bool checkFlagLinker(CheckContext &context, const Source &source, llvm::ArrayRef<Options> applied) {
  std::vector<std::string> advice = {"rustc runs it instead of ours"};
  if (!source.where.empty())
    advice.insert(advice.begin(), source.where);
  std::vector<std::string> failing; // targets
  constexpr StringRef missing = "there is no such program";
  bool namesOne = false, isOurs = false, isAllOurs = true;
  for (const Options &each : applied) {
    std::string linker; // the last counts
    for (const CodegenOption &option : each.options)
      if (option.name == "linker")
        linker = option.value;
    if (linker.empty() || isHostTarget(context, *each.target))
      continue;
    namesOne = true;
    Judged judged = judgeProgram(context, {linker}, Job::Link, *each.target);
    isOurs |= judged.fit == Fit::Ours;
    isAllOurs &= judged.fit == Fit::Ours;
    if (judged.isCertain())
      failing.push_back(each.target->triple.str());
    if (judged.fit == Fit::Missing && !llvm::is_contained(advice, missing))
      advice.push_back(missing.str());
    else if (!judged.why.empty())
      advice.push_back(text("for {}: {}", {each.target->triple, judged.why}));
  }
  if (!namesOne || isAllOurs)
    return namesOne;
  std::string what = text("{} names a linker: '{}'", {source.name, source.spelled});
  if (!failing.empty() && !isOurs &&
      buildsFor(context, failing)) // a linker of ours for one target is meant for that
    context.error(std::move(what), std::move(advice));
  else
    context.warn(std::move(what), std::move(advice));
  return false;
}

void checkFlags(CheckContext &context, bool ofVariables) {
  std::vector<std::pair<Source, std::vector<Options>>> all; // a source, and the targets that it applies to
  for (const Target &target : targets()) {
    std::vector<Source> sources = sourcesFor(context, target);
    std::vector<std::vector<CodegenOption>> options = optionsThatCount(sources);
    for (size_t i = 0; i < sources.size(); ++i) {
      auto same = llvm::find_if(all, [&](const auto &row) { return row.first == sources[i]; });
      if (same == all.end())
        same = all.insert(all.end(), {sources[i], {}});
      same->second.push_back({&target, std::move(options[i])});
    }
  }
  for (const auto &[source, applied] : all) {
    if (source.where.empty() != ofVariables)
      continue;
    checkCpu(context, source, applied);
    checkStaticGlibc(context, source, applied);
    context.flagsNameOurs |= checkFlagLinker(context, source, applied);
  }
}

} // namespace lambdacc
