#include "Judge.h"
#include "RuntimeName.h"
#include "llvm/BinaryFormat/ELF.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;
using namespace llvm::ELF;

static Destination destination(uint16_t machine = EM_X86_64) {
  std::vector<const Runtime *> all;
  for (const Runtime &runtime : runtimes())
    all.push_back(&runtime);
  return {machine, all, [](StringRef soname) { return soname == "libbrought.so.1"; }};
}

// Severity and check of each finding, in order: "error version".
static std::string inShort(const std::vector<Finding> &findings) {
  std::string out;
  for (const Finding &finding : findings)
    out += (out.empty() ? "" : ", ") + nameOf(finding.severity).str() + " " + finding.check.str();
  return out;
}

// A program that runs on both runtimes.
static Elf program() {
  Elf elf;
  elf.machine = EM_X86_64;
  elf.interpreter = "/lib64/ld-linux-x86-64.so.2";
  elf.needed = {"libc.so.6"};
  elf.alignment = 4096;
  return elf;
}

static Elf staticProgram() {
  Elf elf = program();
  elf.interpreter.clear();
  elf.needed.clear();
  elf.startsItself = true;
  return elf;
}

static Elf with(Elf elf, llvm::function_ref<void(Elf &)> change) {
  change(elf);
  return elf;
}

static Elf needing(std::string version, std::string library = "libc.so.6") {
  return with(program(), [&](Elf &elf) { elf.versions.push_back({library, version, false, {"f"}}); });
}

static Elf unapplied(uint32_t type, bool undefined = false) {
  return with(staticProgram(), [&](Elf &elf) { elf.unapplied.push_back({type, "f", "", undefined}); });
}

// What cannot run on any system of the target is an error in a conftest, too. What only Lambda rejects is
// not.
TEST(Judge, ByElf) {
  struct {
    const char *what;
    Elf elf;
    const char *onLambda, *anywhere = "";
  } rows[] = {
      {"a program for glibc", program(), ""},
      {"a static program", staticProgram(), ""},
      {"another machine", with(program(), [](Elf &elf) { elf.machine = EM_386; }), "error machine",
       "error machine"},
      {"Lambda's other machine", with(program(), [](Elf &elf) { elf.machine = EM_AARCH64; }), "error machine",
       "error machine"},
      {"an ifunc", unapplied(R_X86_64_IRELATIVE), "error relocations", "error relocations"},
      {"an ifunc and musl's loader",
       with(unapplied(R_X86_64_IRELATIVE),
            [](Elf &elf) {
              elf.startsItself = false;
              elf.interpreter = "/lib/ld-musl-x86_64.so.1";
            }),
       "error relocations, error interpreter", "error relocations"},
      {"an address of a symbol", unapplied(R_X86_64_64), "error relocations", "error relocations"},
      {"the same for musl's loader",
       with(unapplied(R_X86_64_64),
            [](Elf &elf) {
              elf.startsItself = false;
              elf.interpreter = "/lib/ld-musl-x86_64.so.1";
            }),
       "error interpreter"},
      {"a symbol that nothing defines", unapplied(R_X86_64_GLOB_DAT, /*undefined=*/true),
       "warning relocations"},
      {"the same without a relocation", with(staticProgram(), [](Elf &elf) { elf.undefined = {"f"}; }),
       "warning relocations"},
      {"relocations in the code", with(program(), [](Elf &elf) { elf.textRelocations = true; }),
       "warning relocations"},
      {"the same in a static one", with(staticProgram(), [](Elf &elf) { elf.textRelocations = true; }),
       "error relocations", "error relocations"},
      {"musl's loader", with(program(), [](Elf &elf) { elf.interpreter = "/lib/ld-musl-x86_64.so.1"; }),
       "error interpreter"},
      {"libraries without a loader", with(program(), [](Elf &elf) { elf.interpreter.clear(); }),
       "error interpreter"},
      {"a library of neither runtime", with(program(), [](Elf &elf) { elf.needed = {"libpq.so.5"}; }),
       "error library"},
      {"a library of one runtime", with(program(), [](Elf &elf) { elf.needed = {"libcrypt.so.1"}; }),
       "warning library"},
      {"a library of the image alone", with(program(), [](Elf &elf) { elf.needed = {"libselinux.so.1"}; }),
       "warning library"},
      {"a library that comes along", with(program(), [](Elf &elf) { elf.needed = {"libbrought.so.1"}; }), ""},
      {"glibc of both", needing("GLIBC_2.26"), ""},
      {"glibc of one", needing("GLIBC_2.34"), "warning version"},
      {"glibc of none", needing("GLIBC_2.35"), "error version"},
      {"a private version", needing("GLIBC_PRIVATE"), ""},
      {"a newer libstdc++", needing("GLIBCXX_3.4.30", "libstdc++.so.6"), "error version"},
      {"a version that may lack", with(needing("GLIBC_2.35"), [](Elf &elf) { elf.versions[0].weak = true; }),
       ""},
      {"packed relocations", with(program(), [](Elf &elf) { elf.packedRelocations = true; }), "error relr"},
      {"the same in a static one", with(staticProgram(), [](Elf &elf) { elf.packedRelocations = true; }), ""},
      {"an executable stack", with(program(), [](Elf &elf) { elf.executableStack = true; }), "warning stack"},
      {"small pages", with(program(), [](Elf &elf) { elf.alignment = 1024; }), "error alignment"},
      {"a folder of the build machine", with(program(), [](Elf &elf) { elf.folders = {"/home/me"}; }),
       "warning rpath"},
      {"the same folder twice", with(program(), [](Elf &elf) { elf.folders = {"/home/me", "/home/me"}; }),
       "warning rpath"},
      {"folders of Lambda", with(program(), [](Elf &elf) { elf.folders = {"/opt/lib", "/var/lang/lib"}; }),
       ""},
  };
  for (const auto &row : rows) {
    EXPECT_EQ(inShort(judgeForLambda("f", row.elf, destination())), row.onLambda) << row.what;
    EXPECT_EQ(inShort(judgeCorrectness("f", row.elf, destination())), row.anywhere) << row.what;
  }
}

// A user who names an image or Managed Instances means these alone.
TEST(Judge, ByNamedRuntime) {
  Elf musl = with(program(), [](Elf &elf) {
    elf.interpreter = "/lib/ld-musl-x86_64.so.1";
    elf.needed = {"libc.musl-x86_64.so.1"};
  });
  struct {
    const char *what, *runtime;
    Elf elf;
    const char *findings;
  } rows[] = {
      {"the glibc of an image", "image:glibc2.36", needing("GLIBC_2.36"), ""},
      {"a newer one", "image:glibc2.35", needing("GLIBC_2.36"), "error version"},
      {"a library of an image", "image:glibc2.36",
       with(program(), [](Elf &elf) { elf.needed = {"libpq.so.5"}; }), "note library"},
      {"its libstdc++", "image:glibc2.36", needing("GLIBCXX_3.4.33", "libstdc++.so.6"), ""},
      {"packed relocations", "image:glibc2.36",
       with(program(), [](Elf &elf) { elf.packedRelocations = true; }), ""},
      {"for an older glibc", "image:glibc2.35",
       with(program(), [](Elf &elf) { elf.packedRelocations = true; }), "error relr"},
      {"a static program", "image:glibc2.17", staticProgram(), ""},
      {"on musl", "image:musl", staticProgram(), ""},
      {"a dynamic one", "image:musl", musl, ""},
      {"with packed relocations", "image:musl", with(musl, [](Elf &elf) { elf.packedRelocations = true; }),
       ""},
      {"musl's loader", "image:glibc2.36", musl, "error interpreter"},
      {"glibc's", "image:musl", program(), "error interpreter"},
      {"a library for glibc", "image:musl",
       with(program(),
            [](Elf &elf) {
              elf.interpreter.clear();
              elf.executable = false;
            }),
       "error library"},
      {"glibc of Managed Instances", "managed:c6i", needing("GLIBC_2.34"), ""},
      {"a newer one", "managed:c6i", needing("GLIBC_2.35"), "error version"},
      {"a library of al2", "managed:c6i", with(program(), [](Elf &elf) { elf.needed = {"libcrypt.so.1"}; }),
       "error library"},
  };
  for (const auto &row : rows) {
    std::optional<Runtime> runtime = findRuntime(row.runtime);
    Destination to = destination();
    to.runtimes = {&*runtime};
    EXPECT_EQ(inShort(judgeForLambda("f", row.elf, to)), row.findings) << row.what;
  }
}

TEST(Judge, NamesIfuncs) {
  struct {
    std::vector<Relocation> ifuncs;
    const char *headline;
  } rows[] = {
      {{{R_X86_64_IRELATIVE, "f", "pick", false}}, "'a' has the ifunc f, which nothing resolves"},
      {{{R_X86_64_IRELATIVE, "f", "", false}, {R_X86_64_IRELATIVE, "g", "", false}},
       "'a' has the ifuncs f and g, which nothing resolves"},
      {{{R_X86_64_IRELATIVE, "", "pick", false}},
       "'a' has an ifunc with the resolver pick, which nothing resolves"},
      {{{R_X86_64_IRELATIVE, "", "", false}}, "'a' has an ifunc, which nothing resolves"},
      {{{R_X86_64_IRELATIVE, "", "", false}, {R_X86_64_IRELATIVE, "", "", false}},
       "'a' has ifuncs, which nothing resolves"},
  };
  for (const auto &row : rows) {
    std::string asked = "nothing";
    Destination other = destination();
    auto named = [&](StringRef symbol) {
      asked = symbol.str();
      return Ifunc{"f", "lib.a(f.o)"};
    };
    other.ifuncOf = named;
    std::vector<Finding> findings =
        judgeCorrectness("a", with(staticProgram(), [&](Elf &elf) { elf.unapplied = row.ifuncs; }), other);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].what, row.headline);
    EXPECT_EQ(findings[0].advice[0], "lib.a(f.o) defines f");
    EXPECT_EQ(asked, row.ifuncs[0].symbol);
  }
}
