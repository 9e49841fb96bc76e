#include "RuntimeName.h"
#include "Instances.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/ELF.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::Triple;

// The glibc, the CPU and the kind of listing, or "none".
static std::string inShort(const std::optional<Runtime> &runtime) {
  if (!runtime)
    return "none";
  std::string out = runtime->glibc.empty() ? "no glibc" : runtime->glibc.getAsString();
  if (runtime->cpu)
    out += " " + runtime->cpu->cpu.str();
  return out + (runtime->isImage() ? " image" : "");
}

TEST(RuntimeName, Found) {
  constexpr struct {
    const char *name, *runtime;
  } rows[] = {
      {"provided.al2", "2.26"},
      {"provided.al2023", "2.34"},
      {"provided", "none"},
      {"al2023", "none"},
      {"", "none"},
      {"image:glibc2.17", "2.17 image"},
      {"image:glibc2.36", "2.36 image"},
      {"image:musl", "no glibc image"},
      {"image:glibc2.16", "none"},
      {"image:glibc2.99", "none"},
      {"image:glibc2.36.0", "none"},
      {"image:glibc", "none"},
      {"image:2.36", "none"},
      {"image:debian", "none"},
      {"image:", "none"},
      {"image", "none"},
      {"managed:c8g", "2.34 neoverse-v2"},
      {"managed:m8g.xlarge", "2.34 neoverse-v2"},
      {"managed:r8gd", "2.34 neoverse-v2"},
      {"managed:c7gn.2xlarge", "2.34 neoverse-v1"},
      {"managed:m6g", "2.34 neoverse-n1"},
      {"managed:neoverse-v2", "2.34 neoverse-v2"},
      {"managed:m5", "2.34 skylake-avx512"},
      {"managed:m5zn", "2.34 skylake-avx512"},
      {"managed:c5a", "2.34 znver1"},
      {"managed:r5ad", "2.34 znver1"},
      {"managed:c6i", "2.34 icelake-server"},
      {"managed:m6idn", "2.34 icelake-server"},
      {"managed:m7i-flex.large", "2.34 sapphirerapids"},
      {"managed:r7iz", "2.34 sapphirerapids"},
      {"managed:c7a", "2.34 znver4"},
      {"managed:r5b.metal", "2.34 skylake-avx512"},
      {"managed:c5.18xlarge", "2.34 skylake-avx512"},
      {"managed:c7i.metal-24xl", "2.34 sapphirerapids"},
      {"managed:c6g.medium", "2.34 neoverse-n1"},
      {"managed:r8gb", "2.34 neoverse-v2"},
      {"managed:x86-64-v4", "2.34 x86-64-v4"},
      {"managed:x86-64-v3", "2.34 x86-64-v3"},
      {"managed:x86-64-v2", "none"},
      {"managed:t3", "none"},
      {"managed:t4g", "none"},
      {"managed:c4", "none"},
      {"managed:5", "none"},
      {"managed:c", "none"},
      {"managed:8g", "none"},
      {"managed:c8gx", "none"},
      {"managed:c5b", "none"},   // r5b is the only one with a b
      {"managed:m6gn", "none"},  // c6gn is
      {"managed:c6idn", "none"}, // m6idn and r6idn are
      {"managed:r7i-flex", "none"},
      {"managed:c8g.banana", "none"},
      {"managed:c8g.", "none"},
      {"managed:c8g.nano", "none"},
      {"managed:c8g.5xlarge", "none"},
      {"managed:c8g.large.xlarge", "none"},
      {"managed:c8g.Large", "none"},
      {"managed:C8g.large", "none"},
      {"managed:neoverse-v2.large", "none"},
      {"managed:x86-64-v4.large", "none"},
      {"managed:cm8g", "none"},
      {"managed:m9g", "none"},
      {"managed:apple-m1", "none"},
      {"managed:native", "none"},
      {"managed:", "none"},
  };
  for (const auto &row : rows) {
    EXPECT_EQ(inShort(findRuntime(row.name)), row.runtime) << row.name;
    if (std::optional<Runtime> found = findRuntime(row.name))
      EXPECT_EQ(found->name, row.name);
  }
}

TEST(RuntimeName, Meant) {
  constexpr struct {
    const char *name, *last;
  } rows[] = {
      {"al2", "did you mean 'provided.al2'?"},
      {"al2023", "did you mean 'provided.al2023'?"},
      {"provided.al2022", "did you mean 'provided.al2023'?"},
      {"provided.al2032", "did you mean 'provided.al2023'?"},
      {"Provided.AL2023", "did you mean 'provided.al2023'?"},
      {"Image:musl", "did you mean 'image:musl'?"},
      {"managed:C8G", "did you mean 'managed:c8g'?"},
      {"managed:p5", "if they can be any, use provided.al2023"},
      {"managed:p5.large", "if they can be any, use provided.al2023"},
      {"managed:c5b", "if they can be any, use provided.al2023"},
      {"managed:m7i-flex.banana", "managed:m7i-flex is the whole family, which has one CPU"},
      {"managed:c8g.", "managed:c8g is the whole family, which has one CPU"},
      {"python3.14",
       "managed:c8g is Lambda Managed Instances of that family, managed:neoverse-v2 those with that CPU"},
  };
  for (const auto &row : rows)
    EXPECT_EQ(whyNoRuntime(row.name).back(), row.last) << row.name;
}

// All that a message names can be written.
TEST(RuntimeName, NamedInMessages) {
  for (const std::string &cpu : instanceCpus())
    EXPECT_TRUE(floorOfInstances(cpu)) << cpu;
  for (const Instances &row : instances())
    for (llvm::StringRef family : {"c", "m", "r"})
      EXPECT_EQ(floorOfInstances((family + row.generation).str()).value_or(CpuFloor()).cpu, row.floor.cpu)
          << row.generation.str();
  for (llvm::StringRef name : {"image:glibc2.36", "image:musl", "managed:c8g", "managed:neoverse-v2"})
    EXPECT_TRUE(findRuntime(name)) << name.str();
}

TEST(RuntimeName, FloorOfArchitecture) {
  Runtime arm = findRuntime("managed:c8g").value_or(Runtime()),
          al2 = findRuntime("provided.al2").value_or(Runtime());
  EXPECT_EQ(floorOf(&arm, Triple::aarch64).cpu, "neoverse-v2");
  EXPECT_EQ(floorOf(&arm, Triple::x86_64).cpu, "x86-64-v3");
  EXPECT_EQ(floorOf(&al2, Triple::aarch64).cpu, "neoverse-n1");
  EXPECT_EQ(floorOf(nullptr, Triple::x86_64).cpu, "x86-64-v3");
}

TEST(RuntimeName, Libraries) {
  using enum Presence;
  constexpr struct {
    const char *runtime, *soname;
    Presence presence;
  } rows[] = {
      {"provided.al2", "libcrypt.so.1", InImage},
      {"provided.al2023", "libcrypt.so.1", Absent},
      {"managed:c6i", "libcrypt.so.1", Absent},
      {"managed:c6i", "libgcc_s.so.1", Guaranteed},
      {"image:glibc2.36", "libc.so.6", Guaranteed},
      {"image:glibc2.36", "libpthread.so.0", Guaranteed},
      {"image:glibc2.36", "libmvec.so.1", Guaranteed},
      {"image:glibc2.36", "libgcc_s.so.1", Unknown},
      {"image:glibc2.36", "libstdc++.so.6", Unknown},
      {"image:glibc2.36", "libz.so.1", Unknown},
      {"image:glibc2.36", "libpq.so.5", Unknown},
      {"image:glibc2.36", "libc.musl-x86_64.so.1", Absent},
      {"image:musl", "libc.musl-x86_64.so.1", Guaranteed},
      {"image:musl", "libc.so", Guaranteed},
      {"image:musl", "libc.so.6", Absent},
      {"image:musl", "libgcc_s.so.1", Unknown},
  };
  for (const auto &row : rows)
    EXPECT_EQ(presenceOf(row.soname, llvm::ELF::EM_X86_64, findRuntime(row.runtime).value_or(Runtime())),
              row.presence)
        << row.runtime << " " << row.soname;
}
