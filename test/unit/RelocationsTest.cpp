#include "Elf.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gtest/gtest.h"
#include <cstring>

using namespace lambdacc;
using llvm::StringRef;
using namespace llvm::ELF;

namespace {
// A program with three pages: read-only at 0x1000, code at 0x2000, data at 0x3000. Each is at the same offset
// in the file.
struct Program {
  std::string bytes = std::string(0x4000, '\0');
  Elf64_Ehdr header = {};
  std::vector<Elf64_Phdr> segments;
  std::vector<Elf64_Shdr> sections;

  explicit Program(uint16_t type = ET_EXEC, uint16_t machine = EM_X86_64) {
    memcpy(header.e_ident, "\177ELF\2\1\1", 7);
    header.e_type = type;
    header.e_machine = machine;
    header.e_version = 1;
    header.e_ehsize = sizeof(header);
    header.e_phoff = sizeof(header);
    header.e_phentsize = sizeof(Elf64_Phdr);
    header.e_shentsize = sizeof(Elf64_Shdr);
    for (uint32_t flags : {0U + PF_R, PF_R | PF_X, PF_R | PF_W}) {
      uint64_t at = 0x1000 * (segments.size() + 1);
      segments.push_back({PT_LOAD, flags, at, at, at, 0x1000, 0x1000, 0x1000});
    }
  }
  template <typename Entry> void put(uint64_t at, const Entry &entry) {
    memcpy(&bytes[at], &entry, sizeof(entry));
  }
  void relocation(uint64_t at, uint32_t type, uint64_t addend, uint32_t symbol = 0) {
    put(at, Elf64_Rela{0x3000, (uint64_t(symbol) << 32) | type, int64_t(addend)});
  }
  Program &dynamic(std::vector<Elf64_Dyn> entries) {
    segments.push_back({PT_DYNAMIC, PF_R, 0x3800, 0x3800, 0x3800, 0x400, 0x400, 8});
    for (size_t i = 0; i < entries.size(); ++i)
      put(0x3800 + i * sizeof(Elf64_Dyn), entries[i]);
    return *this;
  }
  std::string build() {
    header.e_phnum = segments.size();
    for (size_t i = 0; i < segments.size(); ++i)
      put(sizeof(header) + i * sizeof(Elf64_Phdr), segments[i]);
    header.e_shoff = sections.empty() ? 0 : 0x800;
    header.e_shnum = sections.size();
    for (size_t i = 0; i < sections.size(); ++i)
      put(0x800 + i * sizeof(Elf64_Shdr), sections[i]);
    put(0, header);
    return bytes;
  }
};
} // namespace

static Elf64_Shdr section(uint32_t type, uint64_t flags, uint64_t offset, uint64_t size, uint32_t link = 0) {
  return {0, type, flags, offset, offset, size, link, 0, 8, 0};
}

static std::string unapplied(const std::string &bytes) {
  llvm::Expected<Elf> elf = readElf(bytes);
  if (!elf)
    return toString(elf.takeError());
  std::string out;
  for (const Relocation &relocation : elf->unapplied)
    out += (out.empty() ? "" : ", ") + std::to_string(relocation.type) + " " + relocation.symbol +
           (relocation.resolver.empty() ? "" : "<" + relocation.resolver) + (relocation.undefined ? "?" : "");
  return out;
}

// A PIE with the symbols weak, strong (both undefined) and own.
static Program pie(std::vector<std::pair<uint32_t, uint32_t>> relocations) {
  Program program(ET_DYN);
  constexpr char strings[] = "\0weak\0strong\0own";
  memcpy(&program.bytes[0x1800], strings, sizeof(strings));
  program.put(0x1900 + 24, Elf64_Sym{1, STB_WEAK << 4, 0, SHN_UNDEF, 0, 0});
  program.put(0x1900 + 48, Elf64_Sym{6, STB_GLOBAL << 4, 0, SHN_UNDEF, 0, 0});
  program.put(0x1900 + 72, Elf64_Sym{13, STB_GLOBAL << 4, 0, 1, 0x2000, 0});
  for (size_t i = 0; i < relocations.size(); ++i)
    program.relocation(0x1000 + i * sizeof(Elf64_Rela), relocations[i].first, 0x2000, relocations[i].second);
  program.dynamic({{DT_STRTAB, {0x1800}},
                   {DT_SYMTAB, {0x1900}},
                   {DT_RELA, {0x1000}},
                   {DT_RELASZ, {relocations.size() * sizeof(Elf64_Rela)}},
                   {DT_FLAGS_1, {DF_1_PIE}},
                   {DT_NULL, {0}}});
  return program;
}

TEST(Relocations, OfPie) {
  EXPECT_EQ(unapplied(pie({}).build()), "");
  EXPECT_EQ(unapplied(pie({{R_X86_64_RELATIVE, 0}, {R_X86_64_NONE, 0}}).build()), "");
  EXPECT_EQ(unapplied(pie({{R_X86_64_RELATIVE, 0}, {R_X86_64_IRELATIVE, 0}}).build()), "37 ");
  EXPECT_EQ(unapplied(pie({{R_X86_64_GLOB_DAT, 1}, {R_X86_64_JUMP_SLOT, 1}}).build()), "");
  EXPECT_EQ(unapplied(pie({{R_X86_64_GLOB_DAT, 2}, {R_X86_64_GLOB_DAT, 2}, {R_X86_64_64, 3}}).build()),
            "1 own, 6 strong?");
  EXPECT_EQ(unapplied(pie({{R_X86_64_DTPMOD64, 0}}).build()), "16 ");
  EXPECT_EQ(unapplied(pie({{R_X86_64_64, 4000}}).build()), "1 "); // a symbol that does not exist
}

// A stripped program has no .symtab. The first symbol of a table is empty.
TEST(Relocations, UndefinedSymbols) {
  auto undefined = [](Program program) {
    return llvm::join(llvm::cantFail(readElf(program.build())).undefined, " ");
  };
  auto pieWith = [](std::vector<Elf64_Shdr> sections) {
    Program program = pie({{R_X86_64_GLOB_DAT, 1}});
    program.sections = std::move(sections);
    return program;
  };
  Elf64_Shdr none = section(SHT_NULL, 0, 0, 0), strings = section(SHT_STRTAB, 0, 0x1800, 17);
  auto table = [](uint32_t type, uint32_t locals) {
    Elf64_Shdr symbols = section(type, 0, 0x1900, 96, /*link=*/1);
    symbols.sh_info = locals;
    return symbols;
  };
  EXPECT_EQ(undefined(pieWith({})), "");
  EXPECT_EQ(undefined(pieWith({none, strings, table(SHT_SYMTAB, 1)})), "strong");
  EXPECT_EQ(undefined(pieWith({none, strings, table(SHT_DYNSYM, 1), table(SHT_SYMTAB, 1)})), "strong");
  EXPECT_EQ(undefined(pieWith({none, strings, table(SHT_SYMTAB, 3)})), "");
  EXPECT_EQ(undefined(pieWith({none, strings, table(SHT_SYMTAB, UINT32_MAX)})), "");

  Program loaded = pieWith({none, strings, table(SHT_SYMTAB, 1)});
  loaded.segments.push_back({PT_INTERP, PF_R, 0x1800, 0x1800, 0x1800, 0x40, 0x40, 1});
  EXPECT_EQ(undefined(loaded), "");
}

TEST(Relocations, InJumpTable) {
  Program program(ET_DYN);
  program.relocation(0x1000, R_X86_64_IRELATIVE, 0x2000);
  program.dynamic({{DT_JMPREL, {0x1000}}, {DT_PLTRELSZ, {24}}, {DT_FLAGS_1, {DF_1_PIE}}, {DT_NULL, {0}}});
  EXPECT_EQ(unapplied(program.build()), "37 ");
}

// The loader of a shared library, and glibc's start code, apply them.
TEST(Relocations, AppliedElsewhere) {
  Program library(ET_DYN);
  library.relocation(0x1000, R_X86_64_IRELATIVE, 0x2000);
  library.dynamic({{DT_RELA, {0x1000}}, {DT_RELASZ, {24}}, {DT_NULL, {0}}});
  EXPECT_EQ(unapplied(library.build()), "");

  for (const char *loader : {"/lib64/ld-linux-x86-64.so.2", "/lib/ld-musl-x86_64.so.1"}) {
    Program dynamic = library;
    memcpy(&dynamic.bytes[0x1800], loader, strlen(loader));
    dynamic.segments.push_back({PT_INTERP, PF_R, 0x1800, 0x1800, 0x1800, 0x40, 0x40, 1});
    EXPECT_EQ(unapplied(dynamic.build()), StringRef(loader).contains("musl") ? "37 " : "") << loader;
  }

  Program glibc;
  glibc.relocation(0x1000, R_X86_64_IRELATIVE, 0x2000);
  glibc.sections = {section(SHT_NULL, 0, 0, 0), section(SHT_RELA, SHF_ALLOC, 0x1000, 24)};
  EXPECT_EQ(unapplied(glibc.build()), "37 ");
  constexpr uint32_t buildId[] = {4, 4, NT_GNU_BUILD_ID, 0x00554e47, 7},
                     tag[] = {4, 16, NT_GNU_ABI_TAG, 0x00554e47, 0, 3, 2, 0};
  glibc.put(0x1800, buildId);
  glibc.put(0x1814, tag);
  glibc.segments.push_back({PT_NOTE, PF_R, 0x1800, 0x1800, 0x1800, 0x14 + 0x20, 0x34, 4});
  EXPECT_EQ(unapplied(glibc.build()), "");
}

// In a static program at a fixed address, only section headers name their section.
TEST(Relocations, OfFixedProgram) {
  Program program;
  program.relocation(0x1000, R_X86_64_IRELATIVE, 0x2010);
  program.relocation(0x1018, R_X86_64_IRELATIVE, 0x2020);
  constexpr char strings[] = "\0f\0pick";
  memcpy(&program.bytes[0x1800], strings, sizeof(strings));
  program.put(0x1900 + 24, Elf64_Sym{1, (STB_GLOBAL << 4) | STT_GNU_IFUNC, 0, 1, 0x2010, 0});
  program.put(0x1900 + 48, Elf64_Sym{3, STT_FUNC, 0, 1, 0x2020, 0});
  program.sections = {section(SHT_NULL, 0, 0, 0), section(SHT_RELA, SHF_ALLOC, 0x1000, 48),
                      section(SHT_SYMTAB, 0, 0x1900, 72, 3), section(SHT_STRTAB, 0, 0x1800, sizeof(strings))};
  EXPECT_EQ(unapplied(program.build()), "37 <pick, 37 f");

  Program kept = program; // by --emit-relocs
  kept.sections[1].sh_flags = 0;
  EXPECT_EQ(unapplied(kept.build()), "");

  Program stripped = program;
  stripped.sections.resize(2);
  EXPECT_EQ(unapplied(stripped.build()), "37 , 37 ");

  Program bare = program;
  bare.sections.clear();
  EXPECT_EQ(unapplied(bare.build()), "37 ");
  Program numbers = bare;
  numbers.header.e_type = ET_DYN;
  numbers.dynamic({{DT_FLAGS_1, {DF_1_PIE}}, {DT_NULL, {0}}});
  EXPECT_EQ(unapplied(numbers.build()), "");
  bare.relocation(0x1000, R_X86_64_IRELATIVE, 0x3000); // not a function
  bare.relocation(0x1018, R_X86_64_IRELATIVE + 1, 0x2000);
  EXPECT_EQ(unapplied(bare.build()), "");
}

TEST(Relocations, OfArm) {
  Program program(ET_EXEC, EM_AARCH64);
  program.relocation(0x1000, R_AARCH64_IRELATIVE, 0x2000);
  program.relocation(0x1018, R_AARCH64_RELATIVE, 0x2000);
  program.sections = {section(SHT_NULL, 0, 0, 0), section(SHT_RELA, SHF_ALLOC, 0x1000, 48)};
  EXPECT_EQ(unapplied(program.build()), "1032 ");
}

// ld.lld reports that -z notext was given. Only the changed addresses count.
TEST(Relocations, InReadOnlySegments) {
  struct {
    std::vector<uint64_t> relocations, packed;
    bool readOnly;
  } rows[] = {
      {{}, {}, false},
      {{0x3000, 0x3ff8}, {}, false},
      {{0x3000, 0x1000}, {}, true},
      {{0x2ff8}, {}, true},
      {{0x9000}, {}, false}, // outside of all segments
      {{}, {0x3000, 0xffff}, false},
      {{}, {0x2ff8}, true},
      {{}, {0x2f00, 3}, true},
      {{}, {0x3000, 0x8000000000000001, 0x2000}, true},
      {{}, {0x3000, 1, 1, 3}, false},
  };
  for (const auto &row : rows) {
    Program program(ET_DYN);
    for (size_t i = 0; i < row.relocations.size(); ++i)
      program.put(0x1000 + i * sizeof(Elf64_Rela), Elf64_Rela{row.relocations[i], R_X86_64_RELATIVE, 0x2000});
    for (size_t i = 0; i < row.packed.size(); ++i)
      program.put(0x1800 + i * sizeof(uint64_t), row.packed[i]);
    program.dynamic({{DT_RELA, {0x1000}},
                     {DT_RELASZ, {row.relocations.size() * sizeof(Elf64_Rela)}},
                     {DT_RELR, {0x1800}},
                     {DT_RELRSZ, {row.packed.size() * sizeof(uint64_t)}},
                     {DT_TEXTREL, {0}},
                     {DT_NULL, {0}}});
    llvm::Expected<Elf> elf = readElf(program.build());
    ASSERT_TRUE(bool(elf));
    EXPECT_EQ(elf->textRelocations, row.readOnly) << (&row - rows);
  }
}

// Any number can be the address of a resolver.
TEST(Relocations, OfOddAddresses) {
  Program program;
  uint64_t at = 0x1000;
  for (uint64_t address : {UINT64_MAX, UINT64_MAX - 1, uint64_t(0)})
    program.relocation((at += 24) - 24, R_X86_64_IRELATIVE, address);
  program.sections = {section(SHT_NULL, 0, 0, 0), section(SHT_RELA, SHF_ALLOC, 0x1000, 72)};
  EXPECT_EQ(unapplied(program.build()), "37 , 37 , 37 ");
}

// Offsets and sizes beyond the end of the file.
TEST(Relocations, OfBrokenFiles) {
  for (uint64_t wrong : {uint64_t(0x3fff), uint64_t(1) << 40, UINT64_MAX, UINT64_MAX - 8}) {
    Program fixed;
    fixed.sections = {section(SHT_NULL, 0, 0, 0), section(SHT_RELA, SHF_ALLOC, wrong, wrong),
                      section(SHT_RELA, SHF_ALLOC, 0x3ff0, wrong), section(SHT_SYMTAB, 0, wrong, wrong, 1)};
    EXPECT_EQ(unapplied(fixed.build()), "");
    Program moved(ET_DYN);
    moved.segments.push_back({PT_NOTE, PF_R, wrong, wrong, wrong, wrong, wrong, 4});
    moved.dynamic({{DT_RELA, {wrong}},
                   {DT_RELASZ, {wrong}},
                   {DT_JMPREL, {0x1000}},
                   {DT_PLTRELSZ, {wrong}},
                   {DT_SYMTAB, {wrong}},
                   {DT_RELR, {wrong}},
                   {DT_RELRSZ, {wrong}},
                   {DT_TEXTREL, {0}},
                   {DT_FLAGS_1, {DF_1_PIE}},
                   {DT_NULL, {0}}});
    EXPECT_EQ(unapplied(moved.build()), "");
  }
}

// The object with the ifunc, or the member of an archive.
TEST(Relocations, NameTheObject) {
  Program object(ET_REL);
  constexpr char strings[] = "\0f\0plain";
  memcpy(&object.bytes[0x1800], strings, sizeof(strings));
  object.put(0x1900 + 24, Elf64_Sym{3, (STB_GLOBAL << 4) | STT_FUNC, 0, 1, 0, 0});
  object.put(0x1900 + 48, Elf64_Sym{1, (STB_GLOBAL << 4) | STT_GNU_IFUNC, 0, 1, 0, 0});
  object.sections = {section(SHT_NULL, 0, 0, 0), section(SHT_SYMTAB, 0, 0x1900, 72, 2),
                     section(SHT_STRTAB, 0, 0x1800, sizeof(strings))};
  llvm::SmallString<128> file;
  int fd;
  ASSERT_FALSE(llvm::sys::fs::createTemporaryFile("ifunc", "o", fd, file));
  {
    llvm::raw_fd_ostream(fd, /*shouldClose=*/true) << object.build();
  }
  std::vector<std::string> files = {"/nowhere.o", std::string(file)};
  EXPECT_EQ(findIfunc(files, "f").file, file);
  EXPECT_EQ(findIfunc(files, "").symbol, "f");
  EXPECT_EQ(findIfunc(files, "plain").file, "");
  (void)llvm::sys::fs::remove(file);
}
