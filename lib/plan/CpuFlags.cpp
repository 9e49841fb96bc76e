#include "CpuFlags.h"
#include "CpuLevel.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/TargetParser/AArch64TargetParser.h"
#include "llvm/TargetParser/X86TargetParser.h"

using llvm::StringRef;

namespace lambdacc {

// clang-format off
// All CPU features that -m accepts. clang's m_x86_Features_Group also contains calling conventions and the
// like.
static constexpr StringRef x86Features[] = {
    "adx", "aes", "avx", "avx2", "avx512bf16", "avx512bitalg", "avx512bw", "avx512cd", "avx512dq", "avx512f", "avx512fp16",
    "avx512ifma", "avx512vbmi", "avx512vbmi2", "avx512vl", "avx512vnni", "avx512vp2intersect", "avx512vpopcntdq", "avxifma",
    "avxneconvert", "avxvnni", "avxvnniint16", "avxvnniint8", "bmi", "bmi2", "cx16", "f16c", "fma", "fxsr", "gfni", "kl", "lzcnt",
    "movbe", "pclmul", "popcnt", "prfchw", "rdrnd", "rdseed", "rtm", "sahf", "sha", "sha512", "sm3", "sm4", "sse", "sse2",
    "sse3", "sse4.1", "sse4.2", "sse4a", "ssse3", "tbm", "vaes", "vpclmulqdq", "widekl", "xsave", "xsavec", "xsaveopt", "xsaves",
};
// clang-format on

// The option for a feature, or "" if clang does not have one.
static std::string x86Flag(StringRef feature) {
  bool on = feature.consume_front("+");
  feature.consume_front("-");
  StringRef name = clangFeature(llvm::Triple::x86_64, feature);
  if (!llvm::is_contained(x86Features, name))
    return "";
  return ((on ? "-m" : "-mno-") + name).str();
}

static std::string armExtension(StringRef feature) {
  bool on = feature.consume_front("+");
  feature.consume_front("-");
  StringRef name = clangFeature(llvm::Triple::aarch64, feature);
  if (!llvm::AArch64::parseArchExtension(name))
    return "";
  return ((on ? "+" : "+no") + name).str();
}

void addCpu(Plan &plan, const CcInvocation &cc, const RustCpu &cpu, const Target &target) {
  bool callerSetsCpu = cc.has(ccopt::OPT_march_EQ) || cc.has(ccopt::OPT_mcpu_EQ);
  if (callerSetsCpu && (!cpu.name.empty() || !cpu.features.empty())) {
    plan.note(Note::Dropped, "the CPU of " + cpu.variable, "the caller sets a CPU itself");
    return;
  }
  auto unknown = [&](llvm::Twine what, StringRef why) {
    plan.note(Note::Dropped, what + " of " + cpu.variable, why);
  };
  constexpr StringRef noName = "clang has no name for it";
  bool isX86 = target.arch == llvm::Triple::x86_64;
  bool isKnown = isX86 ? llvm::X86::parseArchX86(cpu.name, /*Only64Bit=*/true) != llvm::X86::CK_None
                       : llvm::AArch64::parseCpu(cpu.name).has_value();
  bool isGeneric = cpu.name.empty() || cpu.name == "generic";
  if (cpu.name == "native")
    unknown("target-cpu=native", "the build machine is not Lambda");
  else if (!isGeneric && !isKnown)
    unknown("target-cpu=" + cpu.name, noName);

  std::vector<std::string> options;
  if (isX86 && !isGeneric && isKnown)
    options.push_back("-march=" + cpu.name);
  std::string extensions; // for arm, part of -mcpu
  for (StringRef feature : cpu.features) {
    if (feature.drop_front() == "crt-static")
      continue; // rustc's own, not a feature of a CPU
    std::string option = isX86 ? x86Flag(feature) : armExtension(feature);
    if (option.empty())
      unknown("target-feature=" + feature, noName);
    else if (isX86)
      options.push_back(option);
    else
      extensions += option;
  }
  if (!isX86 && ((!isGeneric && isKnown) || !extensions.empty()))
    options.push_back("-mcpu=" + (isGeneric || !isKnown ? "generic" : cpu.name) + extensions);
  for (const std::string &option : options) {
    plan.note(Note::Added, option, "the CPU that " + cpu.variable.str() + " sets for rustc");
    plan.add(option);
  }
}

} // namespace lambdacc
