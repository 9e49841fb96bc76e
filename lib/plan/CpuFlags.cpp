#include "CpuFlags.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
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

// The names for which a GCC needs a version, and those of CPUs that it has in oldestGcc: the pages "x86 Options"
// and "AArch64 Options" of the manuals of GCC 10 to 15. Others of LLVM's it does not have.
static constexpr struct {
  StringRef name;
  unsigned since;
} gccX86Features[] = {
    {"avx512fp16", 12}, {"avxifma", 13}, {"avxneconvert", 13}, {"avxvnni", 11}, {"avxvnniint8", 13}, {"avxvnniint16", 14},
    {"kl", 11}, {"widekl", 11}, {"sha512", 14}, {"sm3", 14}, {"sm4", 14},
}, gccX86Cpus[] = {
    {"x86-64", 10}, {"x86-64-v2", 11}, {"x86-64-v3", 11}, {"x86-64-v4", 11}, {"nehalem", 10}, {"westmere", 10},
    {"sandybridge", 10}, {"ivybridge", 10}, {"haswell", 10}, {"broadwell", 10}, {"skylake", 10}, {"skylake-avx512", 10},
    {"cascadelake", 10}, {"cooperlake", 10}, {"tigerlake", 10}, {"icelake-client", 10}, {"icelake-server", 10},
    {"sapphirerapids", 11}, {"alderlake", 11}, {"emeraldrapids", 13}, {"graniterapids", 13},
    {"znver1", 10}, {"znver2", 10}, {"znver3", 11}, {"znver4", 13}, {"znver5", 14},
}, gccArmCpus[] = {
    {"cortex-a53", 10}, {"cortex-a57", 10}, {"cortex-a72", 10}, {"cortex-a76", 10}, {"neoverse-e1", 10}, {"neoverse-n1", 10},
    {"neoverse-v1", 11}, {"neoverse-n2", 11}, {"neoverse-512tvb", 12}, {"neoverse-v2", 13}, {"neoverse-n3", 15}, {"neoverse-v3", 15},
}, gccArmExtensions[] = {
    {"aes", 10}, {"bf16", 10}, {"crc", 10}, {"crypto", 10}, {"dotprod", 10}, {"fp", 10}, {"fp16", 10}, {"fp16fml", 10},
    {"i8mm", 10}, {"lse", 10}, {"memtag", 10}, {"profile", 10}, {"rcpc", 10}, {"rdma", 10}, {"rng", 10}, {"sb", 10}, {"sha2", 10},
    {"sha3", 10}, {"simd", 10}, {"sm4", 10}, {"ssbs", 10}, {"sve", 10}, {"sve2", 10}, {"tme", 10}, {"ls64", 12},
};
// clang-format on

template <typename Rows> static bool isSince(const Rows &rows, StringRef name, unsigned major) {
  return llvm::any_of(rows, [&](const auto &row) { return row.name == name && row.since <= major; });
}

// Whether the GCC knows the x86 feature: it has no row, or one of an older version.
static bool hasX86Feature(StringRef name, const Gcc &gcc) {
  bool hasRow = llvm::any_of(gccX86Features, [&](const auto &row) { return row.name == name; });
  return !hasRow || isSince(gccX86Features, name, gcc.major);
}

// The option for a feature, or "" if the compiler does not have one.
static std::string x86Flag(StringRef feature, const Toolchain &toolchain) {
  bool on = feature.consume_front("+");
  feature.consume_front("-");
  StringRef name = clangFeature(llvm::Triple::x86_64, feature);
  if (!llvm::is_contained(x86Features, name) || (toolchain.gcc && !hasX86Feature(name, *toolchain.gcc)))
    return "";
  return ((on ? "-m" : "-mno-") + name).str();
}

static std::string armExtension(StringRef feature, const Toolchain &toolchain) {
  bool on = feature.consume_front("+");
  feature.consume_front("-");
  StringRef name = clangFeature(llvm::Triple::aarch64, feature);
  if (toolchain.gcc && name == "rdm")
    name = "rdma";
  if (!llvm::AArch64::parseArchExtension(name) ||
      (toolchain.gcc && !isSince(gccArmExtensions, name, toolchain.gcc->major)))
    return "";
  return ((on ? "+" : "+no") + name).str();
}

static bool isKnownCpu(StringRef name, bool isX86, const Toolchain &toolchain) {
  if (toolchain.gcc)
    return isX86 ? isSince(gccX86Cpus, name, toolchain.gcc->major)
                 : isSince(gccArmCpus, name, toolchain.gcc->major);
  return isX86 ? llvm::X86::parseArchX86(name, /*Only64Bit=*/true) != llvm::X86::CK_None
               : llvm::AArch64::parseCpu(name).has_value();
}

void addCpu(Plan &plan, const CcInvocation &cc, const RustCpu &cpu, const Target &target,
            const Toolchain &toolchain) {
  bool callerSetsCpu = cc.has(ccopt::OPT_march_EQ) || cc.has(ccopt::OPT_mcpu_EQ);
  if (callerSetsCpu && (!cpu.name.empty() || !cpu.features.empty())) {
    plan.note(Note::Dropped, "the CPU of " + cpu.variable, "the caller sets a CPU itself");
    return;
  }
  auto unknown = [&](llvm::Twine what, StringRef why) {
    plan.note(Note::Dropped, what + " of " + cpu.variable, why);
  };
  StringRef noName = toolchain.gcc ? "this GCC has no name for it" : "clang has no name for it";
  bool isX86 = target.arch == llvm::Triple::x86_64;
  bool isKnown = isKnownCpu(cpu.name, isX86, toolchain);
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
    std::string option = isX86 ? x86Flag(feature, toolchain) : armExtension(feature, toolchain);
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

// rustc's CPU has no note of its own: addCpu() prints the whole option.
static void turnOffBeyond(RustCpu &cpu, const CpuFloor &floor) {
  std::string value = cpu.name;
  for (StringRef feature : cpu.features)
    if (StringRef name = feature; name.consume_front("+"))
      value += ("+" + clangFeature(floor.arch, name)).str();
  for (const std::string &name : includedBeyond(floor, value))
    cpu.features.push_back("-" + name);
}

std::vector<Note> turnOffBeyond(CcInvocation &cc, RustCpu &cpu, const CpuFloor &floor, StringRef hosts,
                                llvm::StringSaver &saver) {
  turnOffBeyond(cpu, floor);
  CcArg *last = nullptr;
  for (CcArg &arg : cc.args)
    if (arg.option == ccopt::OPT_mcpu_EQ)
      last = &arg;
  if (!last || cc.has(ccopt::OPT_march_EQ)) // clang reads only -march= then
    return {};
  std::vector<std::string> features = includedBeyond(floor, last->value());
  if (features.empty())
    return {};
  std::string off = "+no" + llvm::join(features, "+no");
  Note note{Note::Changed, last->spelling[0].str(),
            text("to {}{}, since {} lacks {}", {last->spelling[0], off, hosts, joinWithAnd(features)})};
  last->values = {saver.save(last->value() + off)};
  last->spelling = {saver.save(last->spelling[0] + off)};
  return {std::move(note)};
}

} // namespace lambdacc
