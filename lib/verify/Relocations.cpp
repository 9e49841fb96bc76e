#include "Relocations.h"
#include "Objects.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Object/ELF.h"
#include "llvm/Support/MathExtras.h"

using llvm::StringRef;
using namespace llvm::ELF;
using namespace llvm::object;

namespace lambdacc {

using Rela = ELF64LE::Rela;

namespace {
// The relocation types of a machine.
struct Types {
  uint16_t machine;
  uint32_t none, relative, irelative;
};

// A program's relocation tables, and the tables that these refer to.
struct Tables {
  std::vector<Bytes> relocations;
  Bytes symbols, strings; ///< of the dynamic section
};
} // namespace

// musl 1.2.5's ldso/dlstart.c applies REL_RELATIVE of its arch/*/reloc.h, and DT_RELR.
static constexpr Types machines[] = {
    {EM_X86_64, R_X86_64_NONE, R_X86_64_RELATIVE, R_X86_64_IRELATIVE},
    {EM_AARCH64, R_AARCH64_NONE, R_AARCH64_RELATIVE, R_AARCH64_IRELATIVE},
};

// More than any linker writes, and more than a person reads.
constexpr size_t mostRelocations = 1 << 22, mostTables = 64, mostReported = 64;

static const Types *typesOf(uint16_t machine) {
  const Types *row = llvm::find_if(machines, [&](const Types &types) { return types.machine == machine; });
  return row == std::end(machines) ? nullptr : row;
}

bool isOfIfunc(uint32_t type, uint16_t machine) {
  const Types *types = typesOf(machine);
  return types && types->irelative == type;
}

//===- Finding them ---------------------------------------------------------===//

// The tables that the dynamic section points to.
static Tables tablesOfDynamic(Bytes file, Segments segments, const DynamicTags &tags) {
  auto at = [&](int64_t tag) { return tags.count(tag) ? loadedAt(file, segments, tags.at(tag)) : Bytes(); };
  auto sized = [&](int64_t tag, int64_t size) {
    return tags.count(size) ? at(tag).take_front(tags.at(size)) : Bytes();
  };
  Tables tables{{}, at(DT_SYMTAB), at(DT_STRTAB)};
  for (Bytes table : {sized(DT_RELA, DT_RELASZ), sized(DT_JMPREL, DT_PLTRELSZ)})
    if (!table.empty())
      tables.relocations.push_back(table);
  return tables;
}

// A static program at a fixed address has no dynamic section. The tables of --emit-relocs are not loaded, and
// don't count.
static Tables tablesOfSections(Bytes file, Sections sections) {
  Tables tables;
  for (const ELF64LE::Shdr &section : sections)
    if (section.sh_type == SHT_RELA && (section.sh_flags & SHF_ALLOC) &&
        tables.relocations.size() < mostTables)
      tables.relocations.push_back(slice(file, section.sh_offset, section.sh_size));
  return tables;
}

// Without section headers, ifuncs are found by their form. Linkers write their relocations at the start of a
// read-only segment. Each is the address of a variable, a type, and the address of a function, and no other
// data looks like that.
static Tables tablesByForm(Bytes file, Segments segments, const Types &types) {
  uint64_t bytesLeft = 1 << 20;
  unsigned likenessesLeft = 4096;
  auto isIn = [&](uint64_t address, uint32_t flag) {
    return llvm::any_of(segments, [&](const ELF64LE::Phdr &segment) {
      return segment.p_type == PT_LOAD && (segment.p_flags & flag) && address >= segment.p_vaddr &&
             address - segment.p_vaddr < segment.p_memsz;
    });
  };
  Tables tables;
  for (const ELF64LE::Phdr &segment : segments) {
    if (segment.p_type != PT_LOAD || (segment.p_flags & PF_W))
      continue;
    Bytes bytes = slice(file, segment.p_offset, std::min<uint64_t>(segment.p_filesz, bytesLeft));
    bytesLeft -= bytes.size();
    for (uint64_t at = 0; const Rela *entry = entryAt<Rela>(bytes, at); at += sizeof(uint64_t)) {
      if (entry->r_info != types.irelative)
        continue;
      if (!likenessesLeft--)
        return tables;
      if (isIn(entry->r_offset, PF_W) && isIn(static_cast<uint64_t>(entry->r_addend), PF_X)) {
        tables.relocations.push_back(bytes.slice(at, sizeof(Rela)));
        return tables; // one is enough for the finding
      }
    }
  }
  return tables;
}

static Tables findTables(StringRef contents, Segments segments, const DynamicTags &tags,
                         const ELF64LE::Ehdr &header, const Types &types) {
  Bytes file = llvm::arrayRefFromStringRef(contents);
  if (Tables tables = tablesOfDynamic(file, segments, tags); !tables.relocations.empty())
    return tables;
  if (Sections sections = sectionsOf(contents); !sections.empty())
    return tablesOfSections(file, sections);
  // The addresses of a PIE are as small as other numbers, and would be found by mistake.
  return header.e_type == ET_EXEC ? tablesByForm(file, segments, types) : Tables();
}

//===- Reading them ---------------------------------------------------------===//

// None for an undefined weak symbol.
static std::optional<Relocation> relocationOf(const Rela &entry, const Tables &tables) {
  Relocation found{entry.getType(/*isMips64EL=*/false), "", "", false};
  uint64_t number = entry.getSymbol(/*isMips64EL=*/false);
  const auto *symbol =
      number ? entryAt<ELF64LE::Sym>(tables.symbols, number * sizeof(ELF64LE::Sym)) : nullptr;
  if (!symbol)
    return found;
  found.symbol = stringAt(tables.strings, symbol->st_name).str();
  found.undefined = symbol->st_shndx == SHN_UNDEF;
  return found.undefined && symbol->getBinding() == STB_WEAK ? std::nullopt : std::optional(found);
}

namespace {
struct Named {
  std::string symbol, resolver;
};
} // namespace

// Sets the names of `ifuncs`, which are keyed by the address of the resolver. If the program takes the
// address of an ifunc, linkers turn its symbol into a plain function, and only the resolver has a name.
static void nameIfuncs(StringRef contents, std::map<uint64_t, Named> &ifuncs) {
  visitSymbolTable(contents, [&](StringRef name, const ELF64LE::Sym &symbol) {
    auto found = symbol.st_shndx == SHN_UNDEF ? ifuncs.end() : ifuncs.find(symbol.st_value);
    if (found == ifuncs.end())
      return true;
    if (symbol.getType() == STT_GNU_IFUNC)
      found->second.symbol = name.str();
    else if (symbol.getType() == STT_FUNC)
      found->second.resolver = name.str();
    return true;
  });
}

std::vector<Relocation> unappliedRelocations(StringRef contents, Segments segments, const DynamicTags &tags) {
  const auto *header = entryAt<ELF64LE::Ehdr>(llvm::arrayRefFromStringRef(contents), 0);
  const Types *types = header ? typesOf(header->e_machine) : nullptr;
  if (!types)
    return {};
  Tables tables = findTables(contents, segments, tags, *header, *types);
  std::vector<Relocation> found;
  std::map<uint64_t, Named> ifuncs; // an address may be any number, and DenseMap reserves two
  size_t left = mostRelocations;
  for (Bytes table : tables.relocations)
    for (uint64_t at = 0; left && found.size() + ifuncs.size() < mostReported; at += sizeof(Rela), --left) {
      const Rela *entry = entryAt<Rela>(table, at);
      if (!entry)
        break;
      uint32_t type = entry->getType(/*isMips64EL=*/false);
      if (type == types->none || type == types->relative)
        continue;
      if (type == types->irelative) {
        ifuncs.try_emplace(static_cast<uint64_t>(entry->r_addend));
        continue;
      }
      std::optional<Relocation> relocation = relocationOf(*entry, tables);
      bool isNew = relocation && llvm::none_of(found, [&](const Relocation &other) {
                     return other.type == type && other.symbol == relocation->symbol;
                   });
      if (isNew)
        found.push_back(std::move(*relocation));
    }
  if (!ifuncs.empty())
    nameIfuncs(contents, ifuncs);
  for (auto &[address, names] : ifuncs)
    found.push_back({types->irelative, std::move(names.symbol), std::move(names.resolver), false});
  llvm::sort(found, [](const Relocation &a, const Relocation &b) {
    return std::tie(a.type, a.symbol, a.resolver) < std::tie(b.type, b.symbol, b.resolver);
  });
  return found;
}

// DT_RELR is a list of addresses. After each come bitmaps of the next 63 places of 8 bytes, one bit for each
// place.
static void visitPacked(Bytes table, llvm::function_ref<void(uint64_t address)> see) {
  constexpr uint64_t word = 8, bits = 63;
  uint64_t next = 0;
  size_t left = mostRelocations;
  for (uint64_t at = 0; const auto *entry = entryAt<ELF64LE::Relr>(table, at); at += word) {
    uint64_t value = *entry;
    if (!(value & 1)) {
      see(value);
      next = value + word;
      continue;
    }
    for (uint64_t i = 0; i < bits; ++i)
      if ((value >> (i + 1)) & 1)
        see(next + i * word);
    next += bits * word;
    if (left < bits)
      return;
    left -= bits;
  }
}

bool relocatesReadOnly(Bytes file, Segments segments, const DynamicTags &tags) {
  constexpr size_t mostSegments = 64;
  std::vector<ELF64LE::Phdr> readOnly;
  for (const ELF64LE::Phdr &segment : segments)
    if (segment.p_type == PT_LOAD && !(segment.p_flags & PF_W) && readOnly.size() < mostSegments)
      readOnly.push_back(segment);
  bool found = false;
  auto see = [&](uint64_t address) {
    for (const ELF64LE::Phdr &segment : readOnly)
      found |= address >= segment.p_vaddr && address - segment.p_vaddr < segment.p_memsz;
  };
  for (Bytes table : tablesOfDynamic(file, segments, tags).relocations)
    for (uint64_t i = 0; const Rela *entry = entryAt<Rela>(table, i * sizeof(Rela)); ++i) {
      if (found || i == mostRelocations)
        break;
      see(entry->r_offset);
    }
  if (tags.count(DT_RELR) && tags.count(DT_RELRSZ))
    visitPacked(loadedAt(file, segments, tags.at(DT_RELR)).take_front(tags.at(DT_RELRSZ)), see);
  return found;
}

bool startsAsGlibc(Bytes file, Segments segments) {
  constexpr uint64_t word = 4; // names and contents of notes are padded to it
  uint64_t bytesLeft = 1 << 16;
  for (const ELF64LE::Phdr &segment : segments) {
    if (segment.p_type != PT_NOTE)
      continue;
    Bytes notes = slice(file, segment.p_offset, std::min<uint64_t>(segment.p_filesz, bytesLeft));
    bytesLeft -= notes.size();
    for (uint64_t at = 0; const auto *note = entryAt<ELF64LE::Nhdr>(notes, at);) {
      StringRef name = stringAt(notes, at + sizeof(*note));
      if (note->n_type == NT_GNU_ABI_TAG && name == "GNU")
        return true;
      at += sizeof(*note) + llvm::alignTo(uint64_t(note->n_namesz), word) +
            llvm::alignTo(uint64_t(note->n_descsz), word);
    }
  }
  return false;
}

//===- The files that define them -------------------------------------------===//

static std::string ifuncIn(StringRef contents, StringRef symbol) {
  std::string found;
  visitSymbolTable(contents, [&](StringRef name, const ELF64LE::Sym &entry) {
    bool isIfunc = entry.getType() == STT_GNU_IFUNC && entry.st_shndx != SHN_UNDEF;
    if (isIfunc && (symbol.empty() || name == symbol))
      found = name.str();
    return found.empty();
  });
  return found;
}

Ifunc findIfunc(llvm::ArrayRef<std::string> files, StringRef symbol) {
  Ifunc found;
  for (const std::string &file : files) {
    visitObjects(file, [&](StringRef member, StringRef contents) {
      found = {ifuncIn(contents, symbol), objectName(file, member)};
      return !found.symbol.empty();
    });
    if (!found.symbol.empty())
      return found;
  }
  return {};
}

} // namespace lambdacc
