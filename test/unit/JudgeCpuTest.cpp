#include "JudgeCpu.h"
#include "CpuLevel.h"
#include "Instances.h"
#include "RuntimeName.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

static const Target &targetOf(StringRef option) {
  return *findTarget(option.starts_with("-mcpu=") || option.starts_with("-march=armv")
                         ? "aarch64-unknown-linux-musl"
                         : "x86_64-unknown-linux-musl");
}

// The feature that the finding names, "native", or "".
static std::string judged(StringRef option, StringRef runtime) {
  std::optional<Runtime> found = findRuntime(runtime);
  std::vector<Finding> findings =
      judgeCpuOption(option, targetOf(option), /*ofBuildScript=*/false, found ? &*found : nullptr);
  if (findings.empty())
    return "";
  StringRef why = findings.front().advice.front();
  return why.consume_front("it includes ") ? why.split(',').first.str() : "native";
}

TEST(JudgeCpu, ByRuntime) {
  constexpr struct {
    const char *option, *runtime, *lacks;
  } rows[] = {
      {"-march=x86-64-v3", "", ""},
      {"-march=x86-64-v4", "", "avx512vl"},
      {"-march=x86-64-v4", "provided.al2023", "avx512vl"},
      {"-march=x86-64-v4", "image:glibc2.36", "avx512vl"},
      {"-march=x86-64-v4", "managed:c8g", "avx512vl"}, // of another architecture: as everywhere
      {"-march=x86-64-v4", "managed:x86-64-v3", "avx512vl"},
      {"-march=x86-64-v4", "managed:x86-64-v4", ""},
      {"-march=x86-64-v4", "managed:c5", ""},
      {"-march=goldmont", "", "sha"},
      {"-march=goldmont", "managed:c5", "sha"},
      {"-march=x86-64-v4", "managed:c5a", "avx512vl"},
      {"-march=x86-64-v4", "managed:c6a", "avx512vl"},
      {"-march=x86-64-v4", "managed:c7a", ""},
      {"-march=skylake-avx512", "managed:m5", ""},
      {"-march=icelake-server", "managed:m5", "avx512vbmi"},
      {"-march=icelake-server", "managed:m6i", ""},
      {"-march=sapphirerapids", "managed:m6i", "avx512bf16"},
      {"-march=sapphirerapids", "managed:m7i", ""},
      {"-march=znver4", "managed:m7a", ""},
      {"-march=znver4", "managed:m7i", "sse4a"},
      {"-march=znver3", "managed:m6a", ""},
      {"-march=znver2", "", "sse4a"},
      {"-march=native", "managed:m7i", "native"},
      {"-mcpu=neoverse-n1", "", ""},
      {"-mcpu=neoverse-v2", "", "bf16"},
      {"-mcpu=Neoverse-V2", "", "bf16"}, // clang reads Arm's in lower case
      {"-march=armv8.6-A", "", "bf16"},
      {"-mcpu=neoverse-n1+SVE", "", "sve"},
      {"-mcpu=neoverse-v2", "managed:m7i", "bf16"},
      {"-mcpu=neoverse-v2", "managed:c8g", ""},
      {"-mcpu=neoverse-v2", "managed:neoverse-v2", ""},
      {"-mcpu=neoverse-v2", "managed:c7g", "memtag"},
      {"-mcpu=neoverse-v1", "managed:c7g", ""},
      {"-mcpu=neoverse-v1", "managed:c8g", ""},        // Graviton4 has its SHA-3, and a compiler uses no SM4
      {"-mcpu=neoverse-v1+sm4", "managed:c8g", "sm4"}, // here the user does
      {"-mcpu=neoverse-v1+sm4", "managed:c7g", ""},
      {"-mcpu=neoverse-v1+sm4", "managed:neoverse-v1", ""},
      {"-mcpu=neoverse-n1+sm4", "managed:c6g", "sm4"},
      {"-mcpu=neoverse-n1+sm4", "managed:m7i", "sm4"},
      {"-mcpu=neoverse-n1+sm4", "", "sm4"},
      {"-mcpu=neoverse-v2+sm4", "managed:c8g", "sm4"},
      {"-mcpu=neoverse-v2+sve2-sm4", "managed:c8g", "sve2-sm4"},
      {"-mcpu=neoverse-v2+sve2-sha3+sha3", "managed:c8g", ""},
      {"-march=armv8.2-a+sm4", "managed:c8g", ""}, // for one file, which is chosen at run time
      {"-mcpu=neoverse-512tvb", "managed:c7g", ""},
      {"-mcpu=neoverse-v2+crypto", "managed:c8g", ""},
      {"-mcpu=neoverse-v2+aes+sve2-aes", "managed:c8g", ""},
      {"-mcpu=neoverse-v2+sme", "managed:c8g", "sme"},
      {"-mcpu=neoverse-n1+sve", "managed:c6g", "sve"},
      {"-mcpu=neoverse-n1+sve", "managed:c7g", ""},
      {"-march=armv9-a", "managed:c8g", ""},
      {"-mcpu=apple-m4", "managed:c8g", "sme"},
      {"-mcpu=native", "managed:c8g", "native"},
  };
  for (const auto &row : rows)
    EXPECT_EQ(judged(row.option, row.runtime), row.lacks) << row.option << " " << row.runtime;
}

// What is turned off in a value of -mcpu=, since Managed Instances lack it.
TEST(JudgeCpu, IncludedBeyond) {
  constexpr struct {
    const char *value, *instances, *features;
  } rows[] = {
      {"neoverse-v1", "c8g", "sm4"},
      {"NEOVERSE-V1", "c8g", "sm4"},
      {"neoverse-v1", "m8gd.xlarge", "sm4"},
      {"neoverse-v1", "c7g", ""},
      {"neoverse-v1", "c6g", "sm4"},
      {"neoverse-512tvb", "c8g", "sm4"},
      {"neoverse-v1+crypto", "c8g", "sm4"},
      {"neoverse-v1+nosm4", "c8g", ""},
      {"neoverse-v1+nocrypto", "c8g", ""},
      {"neoverse-v1+sm4", "c8g", ""}, // named, so an error
      {"neoverse-v2", "c8g", ""},
      {"neoverse-v2+crypto", "c8g", "sm4"},
      {"neoverse-v2+sve2-sm4", "c8g", ""},
      {"neoverse-n1+crypto", "c8g", ""},
      {"native", "c8g", ""},
      {"neoverse-v1", "m7i", ""},
      {"sapphirerapids", "m7i", ""},
  };
  for (const auto &row : rows)
    EXPECT_EQ(
        llvm::join(includedBeyond(floorOfInstances(row.instances).value_or(CpuFloor()), row.value), " "),
        row.features)
        << row.value << " " << row.instances;
}

TEST(JudgeCpu, NamesInstances) {
  constexpr struct {
    const char *option, *last;
  } rows[] = {
      {"-march=x86-64-v4", "managed:c5"},
      {"-march=znver2", "managed:c5a"},
      {"-march=znver3", "managed:c6a"},
      {"-march=icelake-server", "managed:c6i"},
      {"-march=znver4", "managed:c7a"},
      {"-march=sapphirerapids", "managed:c7i"},
      {"-mcpu=neoverse-v1", "managed:c7g"},
      {"-mcpu=neoverse-v2", "managed:c8g"},
      {"-mcpu=apple-m4", ""},
      {"-march=native", ""},
  };
  for (const auto &row : rows) {
    std::vector<Finding> findings = judgeCpuOption(row.option, targetOf(row.option), /*ofBuildScript=*/false);
    ASSERT_EQ(findings.size(), 1U) << row.option;
    StringRef last = findings.front().advice.back();
    StringRef named = last.contains("Managed") ? last.split('=').second : "";
    EXPECT_EQ(named, row.last) << row.option;
  }
}

TEST(JudgeCpu, Rust) {
  RustCpu cpu;
  cpu.name = "neoverse-v2";
  cpu.variable = "RUSTFLAGS";
  cpu.features = {"+sve2", "-sve", "+sme"};
  const Target &arm = *findTarget("aarch64-unknown-linux-gnu");
  std::optional<Runtime> c7g = findRuntime("managed:c7g"), c8g = findRuntime("managed:c8g");
  EXPECT_EQ(judgeRustCpu(cpu, arm).size(), 3U);
  EXPECT_EQ(judgeRustCpu(cpu, arm, &*c7g).size(), 3U);
  std::vector<Finding> left = judgeRustCpu(cpu, arm, &*c8g);
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left.front().what, "'target-feature=+sme' in RUSTFLAGS does not fit managed:c8g");
}
