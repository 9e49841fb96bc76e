#include "Objects.h"
#include "Archive.h"
#include "RegularFile.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/BinaryFormat/ELF.h"
#include "llvm/Object/Archive.h"
#include "llvm/Support/FileSystem.h"

using llvm::StringRef;
using llvm::object::ArchiveMagic;

namespace lambdacc {

using MemberHeader = llvm::object::UnixArMemHdrType;

bool visitObjects(StringRef file, ObjectVisitor visit) {
  std::unique_ptr<llvm::MemoryBuffer> buffer = readRegular(file);
  if (!buffer)
    return false;
  if (!buffer->getBuffer().starts_with(ArchiveMagic))
    return visit("", buffer->getBuffer());
  bool found = false;
  visitMembers(*buffer, [&](StringRef name, StringRef contents) { return found = visit(name, contents); });
  return found;
}

bool visitObjectStarts(StringRef file, ObjectVisitor visit) {
  constexpr uint64_t mostNames = 1 << 20; // bytes
  llvm::ErrorOr<int> opened = openRegular(file);
  if (!opened)
    return false;
  auto closeIt = llvm::make_scope_exit([&] { closeFile(*opened); });
  llvm::sys::fs::file_t native = llvm::sys::fs::convertFDToNativeFile(*opened);
  auto readAt = [&](uint64_t offset, llvm::MutableArrayRef<char> into) {
    llvm::Expected<size_t> got = llvm::sys::fs::readNativeFileSlice(native, into, offset);
    return got ? StringRef(into.data(), *got) : (consumeError(got.takeError()), StringRef());
  };

  char bytes[sizeof(MemberHeader) + sizeof(llvm::ELF::Elf64_Ehdr)];
  StringRef start = readAt(0, bytes);
  if (!start.starts_with(ArchiveMagic))
    return visit("", start.take_front(sizeof(llvm::ELF::Elf64_Ehdr)));
  std::string longNames;
  for (uint64_t offset = strlen(ArchiveMagic), size = 0;; offset += size + size % 2) {
    StringRef member = readAt(offset, bytes);
    offset += sizeof(MemberHeader);
    if (member.size() < sizeof(MemberHeader))
      return false;
    std::optional<uint64_t> sizeInHeader = memberSize(member.data());
    if (!sizeInHeader)
      return false;
    size = *sizeInHeader;
    StringRef name = memberName(member.data(), longNames);
    if (name == "//") {
      longNames.resize(std::min(size, mostNames));
      longNames.resize(readAt(offset, {longNames.data(), longNames.size()}).size());
    } else if (!isTable(name)) {
      if (visit(name, member.drop_front(sizeof(MemberHeader)).take_front(size)))
        return true;
    }
  }
}

std::string objectName(StringRef file, StringRef member) {
  return member.empty() ? file.str() : (file + "(" + member + ")").str();
}

} // namespace lambdacc
