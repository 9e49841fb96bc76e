// LLVM's own reader of archives also opens the members, so it links every reader of objects that LLVM has,
// and more: 170 files of code. lambda-cc needs the names and the bytes alone.
#include "Archive.h"
#include "llvm/Object/Archive.h"

using llvm::StringRef;

namespace lambdacc {

using MemberHeader = llvm::object::UnixArMemHdrType;

std::optional<uint64_t> memberSize(const char *bytes) {
  const auto *header = reinterpret_cast<const MemberHeader *>(bytes);
  uint64_t size = 0;
  if (StringRef(header->Size, sizeof header->Size).rtrim().getAsInteger(10, size))
    return std::nullopt;
  return size;
}

StringRef memberName(const char *bytes, StringRef longNames) {
  const auto *header = reinterpret_cast<const MemberHeader *>(bytes);
  StringRef field = StringRef(header->Name, sizeof header->Name).rtrim();
  if (isTable(field))
    return field;
  uint64_t offset = 0;
  if (!field.consume_front("/"))
    return field.rtrim('/');
  return field.getAsInteger(10, offset) ? "" : longNames.substr(offset).split("/\n").first;
}

bool isTable(StringRef name) {
  return name == "/" || name == "//" || name == "/SYM64/" || name.starts_with("__.SYMDEF");
}

void visitMembers(llvm::MemoryBufferRef buffer, llvm::function_ref<bool(StringRef, StringRef)> visit) {
  StringRef rest = buffer.getBuffer();
  StringRef longNames;
  if (!rest.consume_front(llvm::object::ArchiveMagic))
    return;
  while (rest.size() >= sizeof(MemberHeader)) {
    const char *header = rest.data();
    rest = rest.drop_front(sizeof(MemberHeader));
    std::optional<uint64_t> size = memberSize(header);
    if (!size || *size > rest.size())
      return; // the linker reports a broken archive
    StringRef name = memberName(header, longNames);
    StringRef contents = rest.take_front(*size);
    rest = rest.substr(*size + *size % 2);
    // An archive in BSD's format, as Apple's ar makes them, has a long name before the contents.
    uint64_t length = 0;
    if (name.consume_front("#1/") && !name.getAsInteger(10, length)) {
      name = contents.take_front(length).rtrim('\0');
      contents = contents.substr(length);
    }
    if (name == "//")
      longNames = contents;
    else if (!isTable(name) && visit(name, contents))
      return;
  }
}

} // namespace lambdacc
