#include "Inputs.h"
#include "Archive.h"
#include "Bitcode.h"
#include "Elf.h"
#include "Failure.h"
#include "LinkAdvice.h"
#include "RegularFile.h"
#include "Text.h"
#include "llvm/BinaryFormat/ELF.h"
#include "llvm/BinaryFormat/Magic.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include <unistd.h>

using llvm::StringRef;

namespace lambdacc {

// e_machine of an ELF file, or 0 for another file.
static uint16_t elfMachine(StringRef contents) {
  if (!contents.starts_with(llvm::ELF::ElfMagic) || contents.size() < sizeof(llvm::ELF::Elf64_Ehdr))
    return 0;
  bool bigEndian = contents[llvm::ELF::EI_DATA] == llvm::ELF::ELFDATA2MSB;
  return llvm::support::endian::read16(contents.data() + offsetof(llvm::ELF::Elf64_Ehdr, e_machine),
                                       bigEndian ? llvm::endianness::big : llvm::endianness::little);
}

bool isObjectOf(StringRef contents, const Target &target) {
  return elfMachine(contents) == target.machine && contents[llvm::ELF::EI_CLASS] == llvm::ELF::ELFCLASS64 &&
         contents[llvm::ELF::EI_DATA] == llvm::ELF::ELFDATA2LSB;
}

// What an object is, if it is not for `target`; "" if it is, or if its header does not show it.
static std::string otherMachine(StringRef contents, const Target &target) {
  switch (identify_magic(contents)) {
  case llvm::file_magic::macho_object:
  case llvm::file_magic::macho_universal_binary:
    return "a Mach-O file, of macOS";
  case llvm::file_magic::coff_object:
    return "a COFF file, of Windows";
  default:
    uint16_t machine = elfMachine(contents);
    return !machine || machine == target.machine ? "" : "an object of " + machineName(machine);
  }
}

// Whether `contents` need `symbol` from another object.
static bool lacks(StringRef contents, StringRef symbol) {
  bool found = false;
  visitSymbols(contents, [&](StringRef name, bool defined) {
    found = !defined && name == symbol;
    return !found;
  });
  return found;
}

namespace {
struct Foreign {
  std::string file;     ///< in the linker's form: lib.a(member.o)
  std::string what;     ///< the machine, if it is another one; else ""
  std::string producer; ///< of bitcode that the linker can't read; else ""
};
} // namespace

static Foreign lookAt(std::string file, StringRef contents, const Target &target, const Reader &linker) {
  bool readsAll = !linker.ofRustc || (linker.readsBitcode && !linker.llvm);
  std::string producer = readsAll ? "" : bitcodeProducer(contents);
  if (linker.readsBitcode && majorOf(producer) <= linker.llvm)
    producer.clear();
  return {std::move(file), otherMachine(contents, target), std::move(producer)};
}

// Looks at all members, because a crate's archive has rustc's objects, which are right, beside those of its
// build script.
static Foreign inArchive(StringRef file, llvm::MemoryBufferRef buffer, const Target &target,
                         const Reader &linker) {
  Foreign foreign;
  visitMembers(buffer, [&](StringRef name, StringRef contents) {
    foreign = lookAt((file + "(" + name + ")").str(), contents, target, linker);
    return !foreign.what.empty() || !foreign.producer.empty();
  });
  return foreign;
}

static bool isArchive(const llvm::MemoryBuffer &buffer) {
  return buffer.getBuffer().starts_with("!<arch>\n");
}

uint16_t machineOf(StringRef file) {
  std::unique_ptr<llvm::MemoryBuffer> buffer = readRegular(file);
  if (!buffer)
    return 0;
  uint16_t machine = elfMachine(buffer->getBuffer());
  if (isArchive(*buffer))
    visitMembers(*buffer,
                 [&](StringRef, StringRef contents) { return (machine = elfMachine(contents)) != 0; });
  return machine;
}

std::string wants(llvm::ArrayRef<StringRef> files, StringRef symbol) {
  for (StringRef file : files) {
    std::unique_ptr<llvm::MemoryBuffer> buffer = readRegular(file);
    if (!buffer)
      continue;
    std::string who;
    if (isArchive(*buffer))
      visitMembers(*buffer, [&](StringRef name, StringRef contents) {
        if (!lacks(contents, symbol))
          return false;
        who = (file + "(" + name + ")").str();
        return true;
      });
    else if (lacks(buffer->getBuffer(), symbol))
      who = file.str();
    if (!who.empty())
      return who;
  }
  return "";
}

// Whether checkInputs() must look at `file` as a whole: it is not plainly an object of `target`, or an
// archive of such. A link has a hundred archives of a dozen members each. Mapping them costs a page fault for
// each member, 6 ms in all; this reads 128 bytes of each member.
static bool mayBeForeign(StringRef file, const Target &target, const Reader &linker) {
  if (!linker.ofRustc && file.ends_with(".rcgu.o")) // rustc has just written it for this target
    return false;
  if (!isRegularFile(file)) // opening a FIFO waits for its writer
    return false;
  llvm::Expected<llvm::sys::fs::file_t> opened = llvm::sys::fs::openNativeFileForRead(file);
  if (!opened) {
    consumeError(opened.takeError());
    return false;
  }
  auto readAt = [&](uint64_t offset, llvm::MutableArrayRef<char> into) {
    llvm::Expected<size_t> got = llvm::sys::fs::readNativeFileSlice(*opened, into, offset);
    return got ? StringRef(into.data(), *got) : (consumeError(got.takeError()), StringRef());
  };
  constexpr uint64_t magicSize = 8, headerSize = 60, nameSize = 16, sizeAt = 48, sizeDigits = 10;
  char bytes[headerSize + sizeof(llvm::ELF::Elf64_Ehdr)];
  StringRef start = readAt(0, bytes);
  bool found = false;
  if (!start.starts_with("!<arch>\n")) {
    found = (linker.ofRustc && isBitcode(start)) || !otherMachine(start, target).empty();
  } else {
    for (uint64_t offset = magicSize;;) {
      StringRef member = readAt(offset, bytes);
      uint64_t size;
      if (member.size() < headerSize || member.substr(sizeAt, sizeDigits).rtrim().getAsInteger(10, size))
        break;
      StringRef name = member.take_front(nameSize).rtrim();
      bool isTable = name == "/" || name == "//" || name == "/SYM64/"; // of symbols, of long names
      StringRef contents = isTable ? "" : member.drop_front(headerSize).take_front(size);
      found = (linker.ofRustc && isBitcode(contents)) || !otherMachine(contents, target).empty();
      if (found)
        break;
      offset += headerSize + size + size % 2;
    }
  }
  close(*opened); // LLVM's closeFile needs two more system calls, to block signals, for each of 10,000 files
  return found;
}

static llvm::Error unreadable(StringRef file, const Foreign &foreign, const Reader &linker) {
  std::string needed = std::to_string(majorOf(foreign.producer));
  std::string headline = linker.readsBitcode
                             ? text("'{}' is bitcode of LLVM {}, and the linker is of LLVM {}",
                                    {file, needed, std::to_string(linker.llvm)})
                             : text("'{}' is bitcode of LLVM, which the linker can't read", {file});
  return fail(
      std::move(headline),
      {text("{} was written by {}, and the linker is {}", {foreign.file, foreign.producer, linker.path}),
       text("name an ld.lld of LLVM {} or newer in LAMBDA_CC_LLD: rustup's rust-lld, or zig (pip install "
            "ziglang)",
            {needed}),
       "or do without LTO in the linker: -C lto in place of -C linker-plugin-lto"});
}

llvm::Error checkInputs(llvm::ArrayRef<StringRef> files, const Target &target, const Reader &linker) {
  for (StringRef file : files) {
    std::unique_ptr<llvm::MemoryBuffer> buffer =
        mayBeForeign(file, target, linker) ? readRegular(file) : nullptr;
    if (!buffer)
      continue;
    Foreign foreign = isArchive(*buffer) ? inArchive(file, *buffer, target, linker)
                                         : lookAt(file.str(), buffer->getBuffer(), target, linker);
    if (!foreign.what.empty())
      return fail(text("'{}' is for another machine than {}", {file, target.triple}),
                  {text("{} is {}", {foreign.file, foreign.what}),
                   text("build it with {}-gcc, or take it out of the link", {target.triple}),
                   whoCompiled(target.triple)});
    if (!foreign.producer.empty())
      return unreadable(file, foreign, linker);
  }
  return llvm::Error::success();
}

} // namespace lambdacc
