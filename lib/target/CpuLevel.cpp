#include "CpuLevel.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/TargetParser/AArch64TargetParser.h"
#include "llvm/TargetParser/X86TargetParser.h"

using llvm::StringRef;

namespace lambdacc {

namespace {
struct Name {
  StringRef rust, clang;
};
} // namespace

// Features that rustc (rustc_target/src/target_features.rs) and clang name differently.
// clang-format off
static constexpr Name x86Names[] = {
    {"bmi1", "bmi"}, {"cmpxchg16b", "cx16"}, {"lahfsahf", "sahf"}, {"pclmulqdq", "pclmul"}, {"rdrand", "rdrnd"},
};
static constexpr Name armNames[] = {
    {"fhm", "fp16fml"}, {"jsconv", "jscvt"}, {"mte", "memtag"}, {"neon", "simd"}, {"paca", "pauth"},
    {"pacg", "pauth"},  {"rand", "rng"},     {"spe", "profile"},
};
// AWS documents AVX2. These are newer features that a compiler uses by itself, or that code requires: not
// those for operating systems, and not hints. Each row stands for all features that begin with it.
static constexpr StringRef beyondAvx2[] = {
    "avx512", "avx10", "avxvnni", "avxifma", "avxneconvert", "amx-", "gfni", "vaes", "vpclmulqdq", "sha512", "sm3", "sm4",
    "fma4", "xop", "tbm",
};
// clang-format on

StringRef clangFeature(llvm::Triple::ArchType arch, StringRef name) {
  llvm::ArrayRef<Name> names =
      arch == llvm::Triple::x86_64 ? llvm::ArrayRef<Name>(x86Names) : llvm::ArrayRef<Name>(armNames);
  const Name *row = llvm::find_if(names, [&](const Name &row) { return row.rust == name; });
  return row == names.end() ? name : row->clang;
}

// Graviton2, the oldest Arm CPU of Lambda, is a neoverse-n1. Extensions without a name cannot be selected
// alone. "crypto" and "bti" are excluded: the first names features that Graviton2 has, the second is a hint.
static bool isBeyondGraviton2(const llvm::AArch64::ExtensionInfo &extension) {
  static const llvm::AArch64::ExtensionBitset has =
      llvm::find_if(llvm::AArch64::CpuInfos, [](const llvm::AArch64::CpuInfo &cpu) {
        return cpu.Name == "neoverse-n1";
      })->getImpliedExtensions();
  StringRef name = extension.UserVisibleName;
  return !has.test(extension.ID) && !name.empty() && name != "crypto" && name != "bti";
}

bool isBeyondLambda(llvm::Triple::ArchType arch, StringRef feature) {
  if (arch == llvm::Triple::x86_64)
    return llvm::any_of(beyondAvx2, [&](StringRef start) { return feature.starts_with(start); });
  std::optional<llvm::AArch64::ExtensionInfo> extension = llvm::AArch64::parseArchExtension(feature);
  return extension && isBeyondGraviton2(*extension);
}

StringRef beyondLambda(llvm::Triple::ArchType arch, StringRef cpu) {
  if (arch == llvm::Triple::x86_64) {
    llvm::SmallVector<StringRef> features;
    if (llvm::X86::parseArchX86(cpu, /*Only64Bit=*/true) != llvm::X86::CK_None)
      llvm::X86::getFeaturesForCPU(cpu, features);
    const StringRef *found =
        llvm::find_if(features, [&](StringRef feature) { return isBeyondLambda(arch, feature); });
    return found == features.end() ? "" : *found;
  }
  llvm::AArch64::ExtensionBitset has;
  if (std::optional<llvm::AArch64::CpuInfo> info = llvm::AArch64::parseCpu(cpu))
    has = info->getImpliedExtensions();
  else if (const llvm::AArch64::ArchInfo *architecture = llvm::AArch64::parseArch(cpu))
    has = architecture->DefaultExts;
  for (const llvm::AArch64::ExtensionInfo &extension : llvm::AArch64::Extensions)
    if (has.test(extension.ID) && isBeyondGraviton2(extension))
      return extension.UserVisibleName;
  return "";
}

} // namespace lambdacc
