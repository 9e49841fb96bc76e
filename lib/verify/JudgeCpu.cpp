#include "JudgeCpu.h"
#include "Instances.h"
#include "Instructions.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace lambdacc {

static bool isX86(const Target &target) { return target.arch == llvm::Triple::x86_64; }

namespace {
// The hosts that a program is judged for.
struct Hosts {
  const Target &target;
  CpuFloor floor;
  StringRef managed; // the user's Managed Instances, as "managed:c8g", or ""

  Hosts(const Target &target, const Runtime *runtime)
      : target(target), floor(floorOf(runtime, target.arch)),
        managed(runtime && runtime->cpu && runtime->cpu->arch == target.arch ? runtime->name : "") {}
};

// The first feature of a choice of CPUs and features that is beyond `floor`, or "".
using Missing = llvm::function_ref<StringRef(const CpuFloor &floor)>;
} // namespace

static std::string lacks(StringRef feature, const Hosts &hosts) {
  if (!hosts.managed.empty())
    return text("it includes {}, which {} lacks: these hosts stop with 'illegal instruction'",
                {feature, hosts.managed});
  return text(
      isX86(hosts.target)
          ? "it includes {}, and AWS guarantees only AVX2: other hosts stop with 'illegal instruction'"
          : "it includes {}, which Graviton2 lacks: such hosts stop with 'illegal instruction'",
      {feature});
}

static Finding doesNotFit(const std::string &what, const Hosts &hosts, std::string why, std::string cure) {
  std::string whom = hosts.managed.empty() ? "every host of Lambda" : hosts.managed.str();
  return {Finding::Error, "cpu", text("{} does not fit {}", {what, whom}), {std::move(why), std::move(cure)}};
}

// Where AWS chooses the hosts, names Managed Instances on which nothing is missing.
static void adviseInstances(Finding &finding, const Hosts &hosts, Missing missing) {
  if (!hosts.managed.empty())
    return;
  const Instances *found = llvm::find_if(instances(), [&](const Instances &row) {
    return row.floor.arch == hosts.floor.arch && missing(row.floor).empty();
  });
  if (found != instances().end())
    finding.advice.push_back(
        text("for Managed Instances that have it, set LAMBDA_CC_RUNTIME=managed:c{}", {found->generation}));
}

constexpr StringRef foreign =
    "it is the CPU of the build machine, which can have features that hosts of Lambda lack";

std::vector<Finding> judgeCpuOption(StringRef option, const Target &target, bool ofBuildScript,
                                    const Runtime *runtime) {
  Hosts hosts(target, runtime);
  auto [name, written] = option.split('=');
  std::string value = isX86(target) ? written.str() : written.lower(); // clang reads Arm's in lower case
  auto [cpu, extensions] = StringRef(value).split('+');
  bool isNative = cpu == "native";
  bool isForOneFile = name == "-march" && !extensions.empty() && !isNative; // as in armv8.2-a+sve
  if ((ofBuildScript && !isNative) || isForOneFile)
    return {};
  auto missing = [cpu = cpu, extensions = extensions](const CpuFloor &floor) {
    StringRef found = beyond(floor, cpu);
    for (StringRef extension : llvm::split(extensions, '+'))
      if (found.empty() && isBeyond(floor, extension))
        found = extension;
    return found;
  };
  StringRef feature = missing(hosts.floor);
  if (!isNative && feature.empty())
    return {};
  Finding finding = doesNotFit(
      text("'{}'", {option}), hosts, isNative ? foreign.str() : lacks(feature, hosts),
      text(isX86(target) ? "use -march={} at most; for code that is chosen at run time, set only the "
                           "feature: -mavx512f"
                         : "use -mcpu={} at most; for code that is chosen at run time, set only the "
                           "architecture and the feature: -march=armv8.2-a+sve",
           {hosts.floor.cpu}));
  if (!isNative)
    adviseInstances(finding, hosts, missing);
  return {std::move(finding)};
}

std::vector<Finding> judgeRustCpu(const RustCpu &cpu, const Target &target, const Runtime *runtime) {
  Hosts hosts(target, runtime);
  bool isNative = cpu.name == "native";
  auto missingFeature = [&](const CpuFloor &floor, StringRef feature) {
    return feature.consume_front("+") && isBeyond(floor, clangFeature(target.arch, feature)) ? feature : "";
  };
  auto missing = [&](const CpuFloor &floor) {
    StringRef found = beyond(floor, cpu.name);
    for (StringRef feature : cpu.features)
      if (found.empty())
        found = missingFeature(floor, feature);
    return found;
  };
  std::vector<Finding> findings;
  auto add = [&](const std::string &what, std::string why, std::string cure) {
    findings.push_back(doesNotFit(what, hosts, std::move(why), std::move(cure)));
    if (!isNative)
      adviseInstances(findings.back(), hosts, missing);
  };
  if (StringRef feature = beyond(hosts.floor, cpu.name); isNative || !feature.empty())
    add(text("'target-cpu={}' in {}", {cpu.name, cpu.variable}),
        isNative ? foreign.str() : lacks(feature, hosts),
        text("use target-cpu={} at most for {}", {hosts.floor.cpu, isX86(target) ? "x86_64" : "arm64"}));
  for (StringRef each : cpu.features)
    if (StringRef feature = missingFeature(hosts.floor, each); !feature.empty())
      add(text("'target-feature={}' in {}", {each, cpu.variable}), lacks(feature, hosts),
          text("code that checks the CPU at run time ({}) needs no such flag",
               {isX86(target) ? "is_x86_feature_detected!" : "std::arch::is_aarch64_feature_detected!"}));
  return findings;
}

std::vector<Finding> judgeRustCode(StringRef output, StringRef contents, const RustCpu &cpu,
                                   const Target &target, const Runtime *runtime) {
  Hosts hosts(target, runtime);
  if (hosts.managed.empty()) // then the CPU alone is an error
    return {};
  for (const std::string &feature : includedBeyond(hosts.floor, cpu.name)) {
    if (llvm::is_contained(cpu.features, "-" + feature))
      continue;
    if (StringRef found = findInstruction(feature, contents); !found.empty())
      return {{Finding::Error,
               "cpu",
               text("'{}' has the instruction {}, which {} lacks", {output, found, hosts.managed}),
               {text("target-cpu={} in {} includes {}, so Rust code uses it without a look at the host",
                     {cpu.name, cpu.variable, feature}),
                text("add -Ctarget-feature=-{}", {feature})}}};
  }
  return {};
}

void applyVerify(Verify verify, std::vector<Finding> &findings) {
  if (verify == Verify::Off)
    findings.clear();
  for (Finding &finding : findings)
    if (finding.severity == Finding::Error && verify == Verify::Warn)
      finding.severity = Finding::Warning;
    else if (finding.severity == Finding::Error)
      finding.advice.push_back("LAMBDA_CC_VERIFY=warn allows this");
}

} // namespace lambdacc
