#include "ElfBytes.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Object/ELF.h"

using llvm::StringRef;
using namespace llvm::ELF;
using namespace llvm::object;

namespace lambdacc {

StringRef stringAt(Bytes strings, uint64_t at, size_t longest) {
  if (at >= strings.size())
    return "";
  return llvm::toStringRef(strings.drop_front(at)).take_front(longest).split('\0').first;
}

Bytes slice(Bytes bytes, uint64_t offset, uint64_t size) {
  return offset > bytes.size() ? Bytes()
                               : bytes.slice(offset, std::min<uint64_t>(size, bytes.size() - offset));
}

Bytes loadedAt(Bytes file, Segments segments, uint64_t address) {
  for (const ELF64LE::Phdr &segment : segments)
    if (segment.p_type == PT_LOAD && address >= segment.p_vaddr &&
        address - segment.p_vaddr < segment.p_filesz)
      return slice(slice(file, segment.p_offset, segment.p_filesz), address - segment.p_vaddr, UINT64_MAX);
  return {};
}

Sections sectionsOf(StringRef contents) {
  llvm::Expected<ELFFile<ELF64LE>> file = ELFFile<ELF64LE>::create(contents);
  if (!file)
    return (consumeError(file.takeError()), Sections());
  llvm::Expected<ELF64LE::ShdrRange> sections = file->sections();
  if (!sections)
    return (consumeError(sections.takeError()), Sections());
  // LLVM 19 checks offset + size without regard to overflow: a broken file may have a sum of 2^64 or more.
  bool fits = sections->size() <= contents.size() / sizeof(ELF64LE::Shdr);
  return fits ? *sections : Sections();
}

std::vector<const ELF64LE::Shdr *> sectionsNamed(StringRef contents, StringRef name) {
  std::vector<const ELF64LE::Shdr *> found;
  Sections sections = sectionsOf(contents);
  if (sections.empty())
    return found;
  // Of more sections than the field of the header can count, the first has the number.
  uint32_t names = reinterpret_cast<const ELF64LE::Ehdr *>(contents.data())->e_shstrndx;
  if (names == SHN_XINDEX)
    names = sections.front().sh_link;
  if (names >= sections.size())
    return found;
  Bytes strings =
      slice(llvm::arrayRefFromStringRef(contents), sections[names].sh_offset, sections[names].sh_size);
  for (const ELF64LE::Shdr &section : sections)
    if (stringAt(strings, section.sh_name) == name)
      found.push_back(&section);
  return found;
}

Segments segmentsOf(StringRef contents) {
  llvm::Expected<ELFFile<ELF64LE>> file = ELFFile<ELF64LE>::create(contents);
  if (!file)
    return (consumeError(file.takeError()), Segments());
  llvm::Expected<ELF64LE::PhdrRange> segments = file->program_headers();
  return segments ? *segments : (consumeError(segments.takeError()), Segments());
}

SymbolTable symbolTable(StringRef contents) {
  constexpr uint64_t mostBytes = 24 << 20; // of symbols or names: a million symbols
  Sections sections = sectionsOf(contents);
  Bytes bytes = llvm::arrayRefFromStringRef(contents);
  for (const ELF64LE::Shdr &section : sections) {
    if (section.sh_type != SHT_SYMTAB || section.sh_link >= sections.size())
      continue;
    const ELF64LE::Shdr &names = sections[section.sh_link];
    if (section.sh_size > mostBytes || names.sh_size > mostBytes)
      break;
    return {slice(bytes, section.sh_offset, section.sh_size), slice(bytes, names.sh_offset, names.sh_size),
            section.sh_info};
  }
  return {};
}

void visitSymbolTable(StringRef contents,
                      llvm::function_ref<bool(StringRef name, const ELF64LE::Sym &symbol)> see) {
  SymbolTable table = symbolTable(contents);
  for (uint64_t at = 0; const auto *symbol = entryAt<ELF64LE::Sym>(table.symbols, at); at += sizeof(*symbol))
    if (!see(stringAt(table.strings, symbol->st_name, longestPath), *symbol))
      return;
}

} // namespace lambdacc
