#include "Inputs.h"
#include "Bitcode.h"
#include "Elf.h"
#include "Failure.h"
#include "LinkAdvice.h"
#include "Objects.h"
#include "Text.h"
#include "llvm/BinaryFormat/ELF.h"
#include "llvm/BinaryFormat/Magic.h"
#include "llvm/Support/Endian.h"

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
    return "a Mach-O file of macOS";
  case llvm::file_magic::coff_object:
    return "a COFF file of Windows";
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

uint16_t machineOf(StringRef file) {
  uint16_t machine = 0;
  visitObjects(file, [&](StringRef, StringRef contents) { return (machine = elfMachine(contents)) != 0; });
  return machine;
}

std::string findUser(llvm::ArrayRef<StringRef> files, StringRef symbol) {
  std::string user;
  for (StringRef file : files) {
    bool found = visitObjects(file, [&](StringRef member, StringRef contents) {
      user = objectName(file, member);
      return lacks(contents, symbol);
    });
    if (found)
      return user;
  }
  return "";
}

std::string findDefinition(llvm::ArrayRef<StringRef> files, StringRef symbol) {
  std::string object;
  for (StringRef file : files) {
    bool found = visitObjects(file, [&](StringRef member, StringRef contents) {
      bool defines = false;
      visitSymbols(contents, [&](StringRef name, bool defined) {
        defines |= defined && name == symbol;
        return !defines;
      });
      if (defines)
        object = objectName(file, member);
      return defines;
    });
    if (found)
      return object;
  }
  return "";
}

// Whether checkInputs() must look at `file` as a whole: it is not plainly an object of `target`, or an
// archive of such.
static bool mayBeForeign(StringRef file, const Target &target, const Reader &linker) {
  if (!linker.ofRustc && file.ends_with(".rcgu.o")) // rustc has just written it for this target
    return false;
  return visitObjectStarts(file, [&](StringRef, StringRef start) {
    return (linker.ofRustc && isBitcode(start)) || !otherMachine(start, target).empty();
  });
}

static llvm::Error unreadable(StringRef file, const Foreign &foreign, const Reader &linker) {
  std::string needed = std::to_string(majorOf(foreign.producer));
  std::string headline = linker.readsBitcode
                             ? text("'{}' is bitcode of LLVM {}, but the linker is of LLVM {}",
                                    {file, needed, std::to_string(linker.llvm)})
                             : text("'{}' is bitcode of LLVM, which the linker cannot read", {file});
  return fail(
      std::move(headline),
      {text("{} was written by {}, and the linker is {}", {foreign.file, foreign.producer, linker.path}),
       text("set LAMBDA_CC_LLD to an ld.lld of LLVM {} or newer: rustup's rust-lld, or zig (pip install "
            "ziglang)",
            {needed}),
       "or use -C lto instead of -C linker-plugin-lto, so that rustc does LTO itself"});
}

llvm::Error checkInputs(llvm::ArrayRef<StringRef> files, const Target &target, const Reader &linker) {
  for (StringRef file : files) {
    if (!mayBeForeign(file, target, linker))
      continue;
    // All members count: a crate's archive has rustc's objects, which are right, beside those of its build
    // script.
    Foreign foreign;
    visitObjects(file, [&](StringRef member, StringRef contents) {
      foreign = lookAt(objectName(file, member), contents, target, linker);
      return !foreign.what.empty() || !foreign.producer.empty();
    });
    if (!foreign.what.empty())
      return fail(text("'{}' is for another machine, not for {}", {file, target.triple}),
                  {text("{} is {}", {foreign.file, foreign.what}),
                   text("build it with {}-gcc, or remove it from the link", {target.triple}),
                   whoCompiled(target.triple, linker.compilers())});
    if (!foreign.producer.empty())
      return unreadable(file, foreign, linker);
  }
  return llvm::Error::success();
}

} // namespace lambdacc
