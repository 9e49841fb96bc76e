#include "Elf.h"
#include "ElfBytes.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/BinaryFormat/Magic.h"
#include "llvm/Object/ELF.h"
#include <set>

using llvm::ArrayRef;
using llvm::StringRef;
using namespace llvm::ELF;
using namespace llvm::object;

namespace lambdacc {

namespace {
// More than any linker writes of each: bounds on what a broken file can make us read and keep.
constexpr size_t mostEntries = 4096, mostNames = 256, mostSymbols = 1 << 20, mostBytes = 1 << 20;

// The tables that the dynamic section points to.
struct Dynamic {
  Bytes strings, symbols, versions, needs, definitions;
  uint64_t undefined = 0; // number of symbols before those that the file defines
};
} // namespace

// Calls `see` with each version that the file needs, and the library that must have it. vna_other is the
// number by which symbols refer to the version. The offsets of a broken file may lead anywhere, also back.
static void visitNeeds(const Dynamic &dynamic,
                       llvm::function_ref<void(StringRef library, const ELF64LE::Vernaux &version)> see) {
  size_t left = mostEntries;
  uint64_t at = 0;
  while (const auto *need = entryAt<ELF64LE::Verneed>(dynamic.needs, at)) {
    uint64_t auxAt = at + need->vn_aux;
    for (unsigned i = 0; i < need->vn_cnt && left; ++i, --left) {
      const auto *aux = entryAt<ELF64LE::Vernaux>(dynamic.needs, auxAt);
      if (!aux)
        break;
      see(stringAt(dynamic.strings, need->vn_file), *aux);
      auxAt += aux->vna_next;
    }
    if (!need->vn_next || !left)
      return;
    --left;
    at += need->vn_next;
  }
}

// Calls `see` with each version that the file defines.
static void
visitDefinitions(const Dynamic &dynamic,
                 llvm::function_ref<void(StringRef version, const ELF64LE::Verdef &definition)> see) {
  uint64_t at = 0;
  for (size_t left = mostEntries; left; --left) {
    const auto *definition = entryAt<ELF64LE::Verdef>(dynamic.definitions, at);
    if (!definition)
      return;
    const auto *aux = entryAt<ELF64LE::Verdaux>(dynamic.definitions, at + definition->vd_aux);
    if (aux && !(definition->vd_flags & VER_FLG_BASE))
      see(stringAt(dynamic.strings, aux->vda_name), *definition);
    if (!definition->vd_next)
      return;
    at += definition->vd_next;
  }
}

static void readVersions(const Dynamic &dynamic, Elf &elf) {
  llvm::DenseMap<unsigned, size_t> byNumber;
  visitNeeds(dynamic, [&](StringRef library, const ELF64LE::Vernaux &version) {
    if (elf.versions.size() == mostNames)
      return;
    byNumber[version.vna_other & VERSYM_VERSION] = elf.versions.size();
    elf.versions.push_back({library.str(),
                            stringAt(dynamic.strings, version.vna_name).str(),
                            (version.vna_flags & VER_FLG_WEAK) != 0,
                            {}});
  });
  // Undefined symbols refer to a needed version by its number.
  uint64_t symbols = byNumber.empty() ? 0 : std::min<uint64_t>(dynamic.undefined, mostSymbols);
  for (size_t i = 1, bytes = 0; i < symbols && bytes < mostBytes; ++i) {
    const auto *version = entryAt<ELF64LE::Versym>(dynamic.versions, i * sizeof(ELF64LE::Versym));
    const auto *symbol = entryAt<ELF64LE::Sym>(dynamic.symbols, i * sizeof(ELF64LE::Sym));
    if (!version || !symbol)
      break;
    auto found = byNumber.find(version->vs_index & VERSYM_VERSION);
    if (found == byNumber.end() || symbol->st_shndx != SHN_UNDEF)
      continue;
    std::vector<std::string> &names = elf.versions[found->second].symbols;
    names.push_back(stringAt(dynamic.strings, symbol->st_name).str());
    bytes += sizeof(std::string) + names.back().size();
  }
  visitDefinitions(dynamic, [&](StringRef version, const ELF64LE::Verdef &) {
    if (elf.defined.size() < mostNames)
      elf.defined.push_back(version.str());
  });
}

static DynamicTags readDynamic(Bytes file, Segments segments, Bytes section, Elf &elf) {
  ArrayRef<ELF64LE::Dyn> entries(reinterpret_cast<const ELF64LE::Dyn *>(section.data()),
                                 std::min(section.size() / sizeof(ELF64LE::Dyn), mostEntries));
  entries = entries.take_until([](const ELF64LE::Dyn &entry) { return entry.getTag() == DT_NULL; });
  DynamicTags last;
  for (const ELF64LE::Dyn &entry : entries)
    last[entry.getTag()] = entry.getVal();
  auto at = [&](int64_t tag) {
    auto found = last.find(tag);
    return found == last.end() ? Bytes() : loadedAt(file, segments, found->second);
  };
  auto flags = [&](int64_t tag) { return last.count(tag) ? last[tag] : 0; };

  Dynamic dynamic{.strings = at(DT_STRTAB),
                  .symbols = at(DT_SYMTAB),
                  .versions = at(DT_VERSYM),
                  .needs = at(DT_VERNEED),
                  .definitions = at(DT_VERDEF)};
  // DT_GNU_HASH covers defined symbols alone, which come after the undefined ones.
  if (const auto *table = entryAt<ELF64LE::GnuHash>(at(DT_GNU_HASH), 0))
    dynamic.undefined = table->symndx;
  else if (const auto *old = entryAt<ELF64LE::Hash>(at(DT_HASH), 0))
    dynamic.undefined = old->nchain;
  bool mayRelocateText = last.count(DT_TEXTREL) || (flags(DT_FLAGS) & DF_TEXTREL);
  elf.textRelocations = mayRelocateText && relocatesReadOnly(file, segments, last);
  elf.packedRelocations = last.count(DT_RELR);
  elf.executable |= (flags(DT_FLAGS_1) & DF_1_PIE) != 0;
  elf.soname = last.count(DT_SONAME) ? stringAt(dynamic.strings, last[DT_SONAME]).str() : "";
  for (const ELF64LE::Dyn &entry : entries)
    if (entry.getTag() == DT_NEEDED && elf.needed.size() < mostNames)
      elf.needed.push_back(stringAt(dynamic.strings, entry.getVal()).str());
  for (int64_t tag : {DT_RPATH, DT_RUNPATH})
    if (last.count(tag))
      for (StringRef folder : llvm::split(stringAt(dynamic.strings, last[tag], longestPath), ':'))
        elf.folders.push_back(folder.str());
  readVersions(dynamic, elf);
  return last;
}

// What `contents` are, if Lambda's system could not load them; else "".
static std::string otherKind(StringRef contents) {
  switch (identify_magic(contents)) {
  case llvm::file_magic::elf_executable:
  case llvm::file_magic::elf_shared_object:
    break;
  case llvm::file_magic::elf_relocatable:
    return "an object file, not a linked program";
  case llvm::file_magic::macho_executable:
  case llvm::file_magic::macho_universal_binary:
  case llvm::file_magic::macho_dynamically_linked_shared_lib:
    return "a Mach-O file of macOS";
  case llvm::file_magic::pecoff_executable:
    return "a Windows program";
  default:
    return contents.empty() ? "empty" : "not an ELF file";
  }
  if (contents.size() < sizeof(ELF64LE::Ehdr))
    return "cut off";
  if (contents[EI_CLASS] != ELFCLASS64)
    return "a 32-bit file";
  return contents[EI_DATA] == ELFDATA2LSB ? "" : "a big-endian file";
}

llvm::Expected<uint16_t> machineOfLibrary(StringRef start) {
  if (std::string kind = otherKind(start); !kind.empty())
    return fail(kind);
  const auto *header = entryAt<ELF64LE::Ehdr>(llvm::arrayRefFromStringRef(start), 0);
  if (!header || header->e_type != ET_DYN)
    return fail("a program, not a shared library");
  return header->e_machine;
}

// ld.lld 22 leaves no relocation in a static PIE for an undefined symbol, and a program at a fixed address
// has none.
static std::vector<std::string> undefinedSymbols(StringRef contents) {
  constexpr size_t mostReported = 64;
  std::set<std::string> found;
  SymbolTable table = symbolTable(contents);
  for (uint64_t i = table.locals; found.size() < mostReported; ++i) {
    const auto *symbol = entryAt<ELF64LE::Sym>(table.symbols, i * sizeof(ELF64LE::Sym));
    if (!symbol)
      break;
    if (symbol->st_shndx == SHN_UNDEF && symbol->getBinding() == STB_GLOBAL)
      found.insert(stringAt(table.strings, symbol->st_name).str());
  }
  return {found.begin(), found.end()};
}

llvm::Expected<Elf> readElf(StringRef contents) {
  if (std::string kind = otherKind(contents); !kind.empty())
    return fail(kind);
  llvm::Expected<ELFFile<ELF64LE>> file = ELFFile<ELF64LE>::create(contents);
  if (!file)
    return file.takeError();
  llvm::Expected<ELF64LE::PhdrRange> segments = file->program_headers();
  if (!segments) {
    consumeError(segments.takeError());
    return fail("cut off");
  }
  constexpr size_t mostHeaders = 65536; // bytes: the limit of Linux's load_elf_phdrs
  if (segments->size() * sizeof(ELF64LE::Phdr) > mostHeaders)
    return fail("broken: the system reads 64 KiB of program headers at most");

  Bytes bytes = llvm::arrayRefFromStringRef(contents);
  Elf elf;
  elf.machine = file->getHeader().e_machine;
  elf.executable = file->getHeader().e_type == ET_EXEC;
  elf.hasEntry = file->getHeader().e_entry != 0;
  bool hasInterpreter = false;
  Bytes dynamic;
  for (const ELF64LE::Phdr &segment : *segments) {
    Bytes inFile = slice(bytes, segment.p_offset, segment.p_filesz);
    switch (segment.p_type) {
    case PT_LOAD:
      if (inFile.size() < segment.p_filesz)
        return fail("cut off");
      if (!elf.alignment || segment.p_align < elf.alignment)
        elf.alignment = segment.p_align;
      break;
    case PT_INTERP:
      hasInterpreter = true;
      elf.interpreter = stringAt(inFile, 0, longestPath).str();
      break;
    case PT_GNU_STACK:
      elf.executableStack = (segment.p_flags & PF_X) != 0;
      break;
    case PT_DYNAMIC:
      dynamic = inFile;
      break;
    default:
      break;
    }
  }
  elf.executable |= hasInterpreter; // GNU ld before 2.27 does not set DF_1_PIE
  DynamicTags tags = readDynamic(bytes, *segments, dynamic, elf);
  elf.startsItself = elf.executable && !hasInterpreter && !startsAsGlibc(bytes, *segments);
  if (elf.startsItself || StringRef(elf.interpreter).contains("ld-musl"))
    elf.unapplied = unappliedRelocations(contents, *segments, tags);
  if (elf.startsItself)
    elf.undefined = undefinedSymbols(contents);
  return elf;
}

void visitSymbols(StringRef contents, llvm::function_ref<bool(StringRef name, bool defined)> see) {
  visitSymbolTable(contents, [&](StringRef name, const ELF64LE::Sym &symbol) {
    return see(name, symbol.st_shndx != SHN_UNDEF);
  });
}

// Uses the section headers, which the libraries of a sysroot have.
std::string versionOf(StringRef symbol, StringRef contents) {
  Sections sections = sectionsOf(contents);
  Dynamic dynamic;
  Bytes bytes = llvm::arrayRefFromStringRef(contents);
  for (const ELF64LE::Shdr &section : sections) {
    Bytes content = slice(bytes, section.sh_offset, section.sh_size);
    if (section.sh_type == SHT_DYNSYM) {
      dynamic.symbols = content;
      if (section.sh_link < sections.size())
        dynamic.strings =
            slice(bytes, sections[section.sh_link].sh_offset, sections[section.sh_link].sh_size);
    } else if (section.sh_type == SHT_GNU_versym) {
      dynamic.versions = content;
    } else if (section.sh_type == SHT_GNU_verdef) {
      dynamic.definitions = content;
    }
  }

  uint16_t number = 0;
  for (uint64_t i = 1; !number; ++i) {
    const auto *entry = entryAt<ELF64LE::Sym>(dynamic.symbols, i * sizeof(ELF64LE::Sym));
    const auto *version = entryAt<ELF64LE::Versym>(dynamic.versions, i * sizeof(ELF64LE::Versym));
    if (!entry || !version)
      return "";
    bool isIts = entry->st_shndx != SHN_UNDEF && !(version->vs_index & VERSYM_HIDDEN);
    if (isIts && stringAt(dynamic.strings, entry->st_name, longestPath) == symbol)
      number = version->vs_index & VERSYM_VERSION;
  }
  std::string name;
  visitDefinitions(dynamic, [&](StringRef version, const ELF64LE::Verdef &definition) {
    if (definition.vd_ndx == number)
      name = version.str();
  });
  return name;
}

} // namespace lambdacc
