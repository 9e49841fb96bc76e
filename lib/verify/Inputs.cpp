#include "Inputs.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/BinaryFormat/ELF.h"
#include "llvm/BinaryFormat/Magic.h"
#include "llvm/Object/Archive.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/MemoryBuffer.h"

using llvm::StringRef;

namespace lambdacc {

// What an object is for, in words, if that is not `target`; "" if it is, or if its header doesn't say.
static std::string otherMachine(StringRef contents, const Target &target) {
  switch (identify_magic(contents)) {
  case llvm::file_magic::elf:
  case llvm::file_magic::elf_relocatable:
  case llvm::file_magic::elf_executable:
  case llvm::file_magic::elf_shared_object:
    break;
  case llvm::file_magic::macho_object:
  case llvm::file_magic::macho_universal_binary:
    return "a Mach-O file, of macOS";
  case llvm::file_magic::coff_object:
    return "a COFF file, of Windows";
  default:
    return "";
  }
  if (contents.size() < sizeof(llvm::ELF::Elf64_Ehdr))
    return "";
  bool bigEndian = contents[llvm::ELF::EI_DATA] == llvm::ELF::ELFDATA2MSB;
  uint16_t machine =
      llvm::support::endian::read16(contents.data() + offsetof(llvm::ELF::Elf64_Ehdr, e_machine),
                                    bigEndian ? llvm::endianness::big : llvm::endianness::little);
  return machine == target.machine ? "" : "an object of " + machineName(machine);
}

namespace {
struct Stranger {
  std::string file; ///< as the linker names it: lib.a(member.o)
  std::string what;
};
} // namespace

// Every member counts: the archive of a crate holds rustc's objects, which are right, beside those of its
// build script.
static Stranger inArchive(StringRef file, llvm::MemoryBufferRef buffer, const Target &target) {
  llvm::Error error = llvm::Error::success();
  llvm::object::Archive archive(buffer, error);
  Stranger stranger;
  if (!error) {
    for (const llvm::object::Archive::Child &child : archive.children(error)) {
      llvm::Expected<StringRef> contents = child.getBuffer();
      std::string what = contents ? otherMachine(*contents, target) : "";
      consumeError(contents.takeError());
      if (what.empty())
        continue;
      llvm::Expected<StringRef> name = child.getName();
      stranger = {(file + "(" + (name ? *name : "?") + ")").str(), what};
      consumeError(name.takeError());
      break;
    }
  }
  consumeError(std::move(error));
  return stranger;
}

llvm::Error checkInputs(llvm::ArrayRef<StringRef> files, const Target &target) {
  for (StringRef file : files) {
    auto buffer = llvm::MemoryBuffer::getFile(file, /*IsText=*/false, /*RequiresNullTerminator=*/false);
    if (!buffer)
      continue;
    StringRef contents = (*buffer)->getBuffer();
    Stranger stranger = contents.starts_with("!<arch>\n")
                            ? inArchive(file, (*buffer)->getMemBufferRef(), target)
                            : Stranger{file.str(), otherMachine(contents, target)};
    if (!stranger.what.empty())
      return fail(text("'{}' is for another machine than {}", {file, target.triple}),
                  {text("{} is {}", {stranger.file, stranger.what}),
                   text("build it with {}-gcc, or take it out of the link", {target.triple})});
  }
  return llvm::Error::success();
}

} // namespace lambdacc
