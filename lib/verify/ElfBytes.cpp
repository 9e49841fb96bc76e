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
  // LLVM 19 adds their size to their offset, and doesn't see it if the sum is 2^64 or more.
  bool fits = sections->size() <= contents.size() / sizeof(ELF64LE::Shdr);
  return fits ? *sections : Sections();
}

} // namespace lambdacc
