#include "CpuLevel.h"
#include "Checked.h"
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
// AWS documents AVX2. These are features that not every CPU with AVX2 has, and that a compiler uses by itself,
// or that code requires: not those for operating systems, and not hints. Each row stands for all features that
// begin with it.
static constexpr StringRef beyondAvx2[] = {
    "avx512", "avx10", "avxvnni", "avxifma", "avxneconvert", "amx-", "gfni", "vaes", "vpclmulqdq", "sha", "sm3", "sm4",
    "fma4", "xop", "tbm", "sse4a",
};
// What a CPU of Lambda has, and clang's CPU of that name does not include: it is optional for Arm. Source: the
// flags that Linux prints for Graviton4, as in EESSI/software-layer#845. It has no sm3, sm4 and svesm4, which
// Graviton3 and other makers' neoverse-v2 have.
static constexpr Name optional[] = {
    {"neoverse-v2", "sve2-aes"}, {"neoverse-v2", "sve2-sha3"}, {"neoverse-v2", "sha3"},
};
// What a compiler uses only for an intrinsic, or an instruction in assembly. So a CPU that includes it does not
// make a program that needs it.
static constexpr StringRef onRequest[] = {"sm4", "sve2-sm4"};
// clang-format on

StringRef clangFeature(llvm::Triple::ArchType arch, StringRef name) {
  llvm::ArrayRef<Name> names =
      arch == llvm::Triple::x86_64 ? llvm::ArrayRef<Name>(x86Names) : llvm::ArrayRef<Name>(armNames);
  const Name *row = llvm::find_if(names, [&](const Name &row) { return row.rust == name; });
  return row == names.end() ? name : row->clang;
}

namespace {
struct Floor {
  StringRef cpu;
  llvm::Triple::ArchType arch;
  Checked checked;
};
} // namespace

// Graviton2, the oldest Arm CPU of Lambda, is a neoverse-n1: docs/requirements.md L9.
static constexpr Floor floors[] = {
    {"x86-64-v3", llvm::Triple::x86_64,
     Checked{"2026-11-27", "docs.aws.amazon.com/lambda/latest/dg/runtimes-avx2.html"}},
    {"neoverse-n1", llvm::Triple::aarch64, Checked{"2026-11-27", "cargo-lambda/cargo-lambda#934"}},
};

CpuFloor lambdaFloor(llvm::Triple::ArchType arch) {
  const Floor *row = llvm::find_if(floors, [&](const Floor &each) { return each.arch == arch; });
  return {arch, row->cpu};
}

static llvm::SmallVector<StringRef> x86Features(StringRef cpu) {
  llvm::SmallVector<StringRef> features;
  if (llvm::X86::parseArchX86(cpu, /*Only64Bit=*/true) != llvm::X86::CK_None)
    llvm::X86::getFeaturesForCPU(cpu, features);
  return features;
}

// The newer Arm CPUs of Lambda have what Graviton2 has, as aes, which is optional for Arm. LLVM 19's rows of
// CPUs leave out features that the CPU's architecture includes, as dit.
static llvm::AArch64::ExtensionBitset armExtensions(const CpuFloor &floor) {
  llvm::AArch64::ExtensionBitset has;
  for (StringRef cpu : {lambdaFloor(floor.arch).cpu, floor.cpu})
    if (std::optional<llvm::AArch64::CpuInfo> info = llvm::AArch64::parseCpu(cpu))
      has |= info->getImpliedExtensions() | info->Arch.DefaultExts;
  for (const auto &[cpu, extension] : optional)
    if (std::optional<llvm::AArch64::ExtensionInfo> info = llvm::AArch64::parseArchExtension(extension);
        info && cpu == floor.cpu)
      has.set(info->ID);
  return has;
}

// Extensions without a name cannot be selected alone. "crypto" and "bti" are excluded: the first names
// features that Graviton2 has, the second is a hint.
static bool isBeyond(const llvm::AArch64::ExtensionBitset &has,
                     const llvm::AArch64::ExtensionInfo &extension) {
  StringRef name = extension.UserVisibleName;
  return !has.test(extension.ID) && !name.empty() && name != "crypto" && name != "bti";
}

bool isBeyond(const CpuFloor &floor, StringRef feature) {
  if (floor.arch == llvm::Triple::x86_64)
    return llvm::any_of(beyondAvx2, [&](StringRef start) { return feature.starts_with(start); }) &&
           !llvm::is_contained(x86Features(floor.cpu), feature);
  std::optional<llvm::AArch64::ExtensionInfo> extension = llvm::AArch64::parseArchExtension(feature);
  return extension && isBeyond(armExtensions(floor), *extension);
}

StringRef beyond(const CpuFloor &floor, StringRef cpu) {
  if (floor.arch == llvm::Triple::x86_64) {
    llvm::SmallVector<StringRef> features = x86Features(cpu);
    const StringRef *found = llvm::find_if(features, [&](StringRef each) { return isBeyond(floor, each); });
    return found == features.end() ? "" : *found;
  }
  llvm::AArch64::ExtensionBitset needs, has = armExtensions(floor);
  if (std::optional<llvm::AArch64::CpuInfo> info = llvm::AArch64::parseCpu(cpu))
    needs = info->getImpliedExtensions();
  else if (const llvm::AArch64::ArchInfo *architecture = llvm::AArch64::parseArch(cpu))
    needs = architecture->DefaultExts;
  for (const llvm::AArch64::ExtensionInfo &extension : llvm::AArch64::Extensions)
    if (needs.test(extension.ID) && isBeyond(has, extension) &&
        !llvm::is_contained(onRequest, extension.UserVisibleName))
      return extension.UserVisibleName;
  return "";
}

std::vector<std::string> includedBeyond(const CpuFloor &floor, StringRef written) {
  std::string value = written.lower(); // as clang reads it
  auto [cpu, rest] = StringRef(value).split('+');
  std::optional<llvm::AArch64::CpuInfo> info = llvm::AArch64::parseCpu(cpu);
  if (floor.arch != llvm::Triple::aarch64 || !info)
    return {};
  llvm::SmallVector<StringRef> modifiers;
  rest.split(modifiers, '+');
  auto isNamed = [&](StringRef name) { return llvm::is_contained(modifiers, name); };
  if (llvm::any_of(onRequest, isNamed)) // the user requests it: isBeyond() judges that
    return {};
  llvm::AArch64::ExtensionSet needs;
  needs.addCPUDefaults(*info);
  for (StringRef modifier : modifiers)
    needs.parseModifier(modifier); // as clang does: +crypto adds sm4
  std::vector<std::string> found;
  for (StringRef name : onRequest)
    if (std::optional<llvm::AArch64::ExtensionInfo> extension = llvm::AArch64::parseArchExtension(name);
        extension && needs.Enabled.test(extension->ID) && isBeyond(floor, name))
      found.push_back(name.str());
  return found;
}

} // namespace lambdacc
