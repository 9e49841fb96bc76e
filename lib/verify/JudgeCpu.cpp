#include "JudgeCpu.h"
#include "CpuLevel.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace lambdacc {

static bool isX86(const Target &target) { return target.arch == llvm::Triple::x86_64; }

// The newest CPU level that all hosts of Lambda have, as clang and rustc name it.
static StringRef newest(const Target &target) { return isX86(target) ? "x86-64-v3" : "neoverse-n1"; }

static std::string lacks(StringRef feature, const Target &target) {
  return text(
      isX86(target)
          ? "it includes {}, and AWS guarantees only AVX2: other hosts stop with 'illegal instruction'"
          : "it includes {}, which Graviton2 lacks: such hosts stop with 'illegal instruction'",
      {feature});
}

static Finding doesNotFit(const std::string &what, std::string why, std::string cure) {
  return {
      Finding::Error, "cpu", what + " does not fit every host of Lambda", {std::move(why), std::move(cure)}};
}

constexpr StringRef foreign =
    "it is the CPU of the build machine, which can have features that hosts of Lambda lack";

std::vector<Finding> judgeCpuOption(StringRef option, const Target &target, bool ofBuildScript) {
  auto [name, value] = option.split('=');
  auto [cpu, extensions] = value.split('+');
  if (ofBuildScript && cpu != "native")
    return {};
  bool isForOneFile = name == "-march" && !extensions.empty(); // as in armv8.2-a+sve
  std::string why;
  if (cpu == "native")
    why = foreign;
  else if (StringRef feature = isForOneFile ? "" : beyondLambda(target.arch, cpu); !feature.empty())
    why = lacks(feature, target);
  else if (!isForOneFile)
    for (StringRef extension : llvm::split(extensions, '+'))
      if (why.empty() && isBeyondLambda(target.arch, extension))
        why = lacks(extension, target);
  if (why.empty())
    return {};
  return {doesNotFit(text("'{}'", {option}), std::move(why),
                     text(isX86(target)
                              ? "use -march={} at most; for code that is chosen at run time, set only the "
                                "feature: -mavx512f"
                              : "use -mcpu={} at most; for code that is chosen at run time, set only the "
                                "architecture and the feature: -march=armv8.2-a+sve",
                          {newest(target)}))};
}

std::vector<Finding> judgeRustCpu(const RustCpu &cpu, const Target &target) {
  std::vector<Finding> findings;
  std::string cpuWhy = cpu.name == "native" ? foreign.str() : "";
  if (StringRef feature = beyondLambda(target.arch, cpu.name); !feature.empty())
    cpuWhy = lacks(feature, target);
  if (!cpuWhy.empty())
    findings.push_back(doesNotFit(
        text("'target-cpu={}' in {}", {cpu.name, cpu.variable}), std::move(cpuWhy),
        text("use target-cpu={} at most for {}", {newest(target), isX86(target) ? "x86_64" : "arm64"})));
  for (StringRef feature : cpu.features)
    if (feature.starts_with("+") &&
        isBeyondLambda(target.arch, clangFeature(target.arch, feature.drop_front())))
      findings.push_back(doesNotFit(
          text("'target-feature={}' in {}", {feature, cpu.variable}), lacks(feature.drop_front(), target),
          text("code that checks the CPU at run time ({}) needs no such flag",
               {isX86(target) ? "is_x86_feature_detected!" : "std::arch::is_aarch64_feature_detected!"})));
  return findings;
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
