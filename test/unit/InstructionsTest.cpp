#include "Instructions.h"
#include "ElfHeader.h"
#include "JudgeCpu.h"
#include "RuntimeName.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using namespace llvm::ELF;
using llvm::StringRef;

// A program with an instruction after a return, in a segment with these `flags`.
static std::string program(uint32_t instruction, uint32_t flags = PF_R | PF_X) {
  Elf64_Ehdr header = elfHeader(ET_EXEC, EM_AARCH64, 1);
  const uint32_t code[] = {0xd65f03c0, instruction};
  Elf64_Phdr load = {};
  load.p_type = PT_LOAD;
  load.p_flags = flags;
  load.p_offset = sizeof header + sizeof load;
  load.p_filesz = load.p_memsz = sizeof code;
  std::string bytes(reinterpret_cast<char *>(&header), sizeof header);
  bytes.append(reinterpret_cast<char *>(&load), sizeof load);
  return bytes.append(reinterpret_cast<const char *>(code), sizeof code);
}

// The encodings are those of llvm-mc 19.1.
TEST(Instructions, Found) {
  constexpr struct {
    uint32_t encoding;
    const char *sm4, *sve2;
  } rows[] = {
      {0xce5d73df, "sm3ss1", ""},    // sm3ss1 v31.4s, v30.4s, v29.4s, v28.4s
      {0xce5db3df, "sm3tt1a", ""},   // sm3tt1a v31.4s, v30.4s, v29.s[3]
      {0xce408400, "sm3tt1b", ""},   // sm3tt1b v0.4s, v0.4s, v0.s[0]
      {0xce5dbbdf, "sm3tt2a", ""},   // sm3tt2a v31.4s, v30.4s, v29.s[3]
      {0xce5dafc1, "sm3tt2b", ""},   // sm3tt2b v1.4s, v30.4s, v29.s[2]
      {0xce7dc3df, "sm3partw1", ""}, // sm3partw1 v31.4s, v30.4s, v29.4s
      {0xce7dc7df, "sm3partw2", ""}, // sm3partw2 v31.4s, v30.4s, v29.4s
      {0xce7dcbdf, "sm4ekey", ""},   // sm4ekey v31.4s, v30.4s, v29.4s
      {0xcec087df, "sm4e", ""},      // sm4e v31.4s, v30.4s
      {0x4523e3df, "", "sm4e"},      // sm4e z31.s, z31.s, z30.s
      {0x453df3df, "", "sm4ekey"},   // sm4ekey z31.s, z30.s, z29.s
      // What Graviton4 has, with nearly the same bits.
      {0xce1d73df, "", ""}, // eor3 v31.16b, v30.16b, v29.16b, v28.16b
      {0xce3d73df, "", ""}, // bcax v31.16b, v30.16b, v29.16b, v28.16b
      {0xce7d8fdf, "", ""}, // rax1 v31.2d, v30.2d, v29.2d
      {0xce9dffdf, "", ""}, // xar v31.2d, v30.2d, v29.2d, #63
      {0xce7d83df, "", ""}, // sha512h q31, q30, v29.2d
      {0xcec083df, "", ""}, // sha512su0 v31.2d, v30.2d
      {0xce7d8bdf, "", ""}, // sha512su1 v31.2d, v30.2d, v29.2d
      {0x453df7df, "", ""}, // rax1 z31.d, z30.d, z29.d
      {0x4522e7df, "", ""}, // aesd z31.b, z31.b, z30.b
  };
  for (const auto &row : rows) {
    EXPECT_EQ(findInstruction("sm4", program(row.encoding)), row.sm4) << row.encoding;
    EXPECT_EQ(findInstruction("sve2-sm4", program(row.encoding)), row.sve2) << row.encoding;
  }
}

TEST(Instructions, OnlyCode) {
  EXPECT_EQ(findInstruction("sm4", program(0xcec08400, PF_R)), "");
  EXPECT_EQ(findInstruction("sm4", program(0xcec08400)), "sm4e");
  std::string cut = program(0xcec08400);
  cut.pop_back();
  EXPECT_EQ(findInstruction("sm4", cut), "");
  EXPECT_EQ(findInstruction("sm4", StringRef(cut).take_front(sizeof(Elf64_Ehdr))), "");
  EXPECT_EQ(findInstruction("sm4", "#!/bin/sh"), "");
  EXPECT_EQ(findInstruction("sm4", ""), "");
}

// rustc 1.95: -Ctarget-cpu=neoverse-v1 sets target_feature="sm4".
TEST(Instructions, OfRust) {
  const std::string with = program(0xcec08400), without = program(0xd65f03c0);
  struct {
    const char *cpu;
    std::vector<std::string> features;
    const char *runtime;
    const std::string &contents;
    bool isError;
  } rows[] = {
      {"neoverse-v1", {}, "managed:c8g", with, true},
      {"neoverse-v1", {}, "managed:c8g", without, false},
      {"neoverse-v1", {"-sm4"}, "managed:c8g", with, false},
      {"neoverse-v1", {}, "managed:c7g", with, false},
      {"neoverse-v1", {}, "provided.al2023", with, false}, // judgeRustCpu() refuses this CPU
      {"neoverse-v2", {}, "managed:c8g", with, false},     // nor has rustc: chosen at run time
      {"", {}, "managed:c8g", with, false},
  };
  const Target &target = *findTarget("aarch64-unknown-linux-musl");
  for (const auto &row : rows) {
    Runtime runtime = findRuntime(row.runtime).value_or(Runtime());
    std::vector<Finding> findings =
        judgeRustCode("a.out", row.contents, {row.cpu, row.features, "RUSTFLAGS"}, target, &runtime);
    EXPECT_EQ(hasError(findings), row.isError) << row.cpu << " " << row.runtime;
  }
}
