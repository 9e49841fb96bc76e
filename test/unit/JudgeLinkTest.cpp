#include "JudgeLink.h"
#include "ElfHeader.h"
#include "Probe.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using namespace llvm::ELF;
using llvm::StringRef;

// A file with one loaded segment, which contains `interpreter`.
static std::string image(uint16_t machine, uint16_t type, StringRef interpreter = "") {
  Elf64_Ehdr header = elfHeader(type, machine, 2);
  Elf64_Phdr load = {}, loader = {};
  load.p_type = PT_LOAD;
  load.p_align = 4096;
  loader.p_type = interpreter.empty() ? static_cast<unsigned>(PT_NULL) : PT_INTERP;
  loader.p_offset = sizeof header + sizeof load + sizeof loader;
  loader.p_filesz = interpreter.size() + 1;
  std::string bytes(reinterpret_cast<char *>(&header), sizeof header);
  bytes.append(reinterpret_cast<char *>(&load), sizeof load);
  bytes.append(reinterpret_cast<char *>(&loader), sizeof loader);
  return bytes + interpreter.str() + '\0';
}

static std::string judged(const LinkRequest &link, StringRef contents, const LinkPolicy &policy = {},
                          StringRef triple = "x86_64-unknown-linux-musl") {
  const Target &target = *findTarget(triple);
  std::vector<Finding> findings = judgeOutput(link, contents, target, policy);
  llvm::append_range(findings, judgeInputs(link, target, policy));
  std::string out;
  for (const Finding &finding : findings)
    out += (out.empty() ? "" : ", ") + nameOf(finding.severity).str() + " " + finding.check.str();
  return out;
}

TEST(JudgeLink, ByProductAndPolicy) {
  const std::string fine = image(EM_X86_64, ET_EXEC), arm = image(EM_AARCH64, ET_EXEC),
                    object = image(EM_X86_64, ET_REL);
  const std::string loaded = image(EM_X86_64, ET_DYN, "/lib/ld-musl-x86_64.so.1");
  std::string small = fine, entryless = fine;
  small[EI_CLASS] = ELFCLASS32;
  entryless[offsetof(Elf64_Ehdr, e_entry) + 1] = 0;
  const LinkPolicy probe{.onlyCorrect = true}, warn{.verify = Verify::Warn}, off{.verify = Verify::Off};
  const LinkPolicy warnedProbe{.verify = Verify::Warn, .onlyCorrect = true};
  struct {
    const char *what;
    LinkRequest link;
    std::string contents;
    LinkPolicy policy;
    const char *findings;
  } rows[] = {
      {"a static program", {}, fine, {}, ""},
      {"of another machine", {}, arm, {}, "error machine"},
      {"the same in a conftest", {}, arm, probe, "error machine"},
      {"the same where warnings do", {}, arm, warn, "warning machine"},
      {"the same where nothing is looked at", {}, arm, off, ""},
      {"a conftest prints no warning", {}, arm, warnedProbe, ""},
      {"without an entry point", {}, entryless, {}, "error kind"},
      {"the same in a conftest", {}, entryless, probe, ""},
      {"of 32 bits", {}, small, {}, "error kind"},
      {"of 32 bits, in a conftest", {}, small, probe, "error kind"},
      {"not linked", {}, object, {}, "error kind"},
      {"not an ELF file", {}, "#!/bin/sh\n", {}, "error kind"},
      {"raw bytes, as requested", {.product = Product::Bytes}, "raw", {}, ""},
      {"assembly of LTO", {.product = Product::OfLto}, ".text", {}, ""},
      {"an object", {.product = Product::Object}, object, {}, ""},
      {"an object of 32 bits", {.product = Product::Object}, small, {}, "error kind"},
      {"a loader that Lambda does not have", {}, loaded, {}, "error interpreter"},
      {"one that the caller chose",
       {.loader = "/lib/ld-musl-x86_64.so.1"},
       loaded,
       {},
       "warning interpreter"},
      {"the loader of a conftest is not checked", {}, loaded, probe, ""},
  };
  for (const auto &row : rows)
    EXPECT_EQ(judged(row.link, row.contents, row.policy), row.findings) << row.what;
}

// rustc compiles its objects for the CPU of RUSTFLAGS or of the linker's -plugin-opt=mcpu=.
TEST(JudgeLink, RustForTheConfiguredCpu) {
  LinkRequest ofRust{.inputs = {"libcore-1.rlib"}}, ofC{.inputs = {"a.o"}};
  LinkPolicy policy;
  policy.cpu.name = "x86-64-v4";
  policy.cpu.variable = "RUSTFLAGS";
  std::string fine = image(EM_X86_64, ET_EXEC);
  EXPECT_EQ(judged(ofRust, fine, policy), "error cpu");
  EXPECT_EQ(judged(ofC, fine, policy), "");
  ofRust.cpu = "znver4";
  EXPECT_EQ(judged(ofRust, fine), "error cpu");
}

TEST(Probe, MatchesWholeNames) {
  for (StringRef name : {"conftest", "a/conftest", "conftest.exe", "cmTC_0a1b2", "libcmTC_0a1b2.so",
                         "output.exe", "sanitycheckc_cross.exe", "testfile.exe"})
    EXPECT_TRUE(isProbe(name)) << name.str();
  for (StringRef name : {"a.out", "conftest.elf", "conftest2", "cmTC_", "cmTC_program", "cmTC_0a1b2.elf",
                         "output", "output.elf", "testfile", "sanitycheckc", "my-output.exe"})
    EXPECT_FALSE(isProbe(name)) << name.str();
}
