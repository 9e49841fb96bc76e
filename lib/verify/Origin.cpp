#include "Origin.h"
#include "Elf.h"
#include "ElfBytes.h"
#include "Evidence.h"
#include "LinkAdvice.h"
#include "Objects.h"
#include "Text.h"
#include "llvm/BinaryFormat/ELF.h"
#include "llvm/Support/Endian.h"

using llvm::StringRef;
using llvm::Triple;

namespace lambdacc {

// One compiler makes all objects of a C library, so the first members show its libc. A link of thousands of
// objects is read in part.
constexpr unsigned mostMembers = 64;
constexpr unsigned mostObjects = 256;

// Names that only one libc's headers use: /usr/include of glibc 2.36, and musl 1.2.5.
// clang-format off
static constexpr struct { StringRef name; Triple::EnvironmentType libc; } names[] = {
    {"__ctype_b_loc", Triple::GNU},       // <ctype.h>
    {"__ctype_tolower_loc", Triple::GNU},
    {"__ctype_toupper_loc", Triple::GNU},
    {"__sigsetjmp", Triple::GNU},         // <setjmp.h>: sigsetjmp
    {"__xpg_basename", Triple::GNU},      // <libgen.h>: basename
    {"__xpg_strerror_r", Triple::GNU},    // <string.h>: strerror_r
    {"__cmsg_nxthdr", Triple::GNU},       // <sys/socket.h>: CMSG_NXTHDR
    {"gnu_dev_major", Triple::GNU},       // <sys/sysmacros.h>
    {"gnu_dev_minor", Triple::GNU},
    {"gnu_dev_makedev", Triple::GNU},
    {"gnu_get_libc_version", Triple::GNU},
    {"__xstat", Triple::GNU},             // <sys/stat.h> before 2.33: stat
    {"__fxstat", Triple::GNU},
    {"__lxstat", Triple::GNU},
    {"__fxstatat", Triple::GNU},
    {"__xmknod", Triple::GNU},
    {"_IO_getc", Triple::GNU},            // <stdio.h> before 2.28: getc
    {"_IO_putc", Triple::GNU},
    {"__res_init", Triple::GNU},          // <resolv.h>: res_init
    {"setjmp", Triple::Musl},             // glibc's is a macro: _setjmp
    {"sigsetjmp", Triple::Musl},
    {"_pthread_cleanup_push", Triple::Musl},
    {"_pthread_cleanup_pop", Triple::Musl},
};
// clang-format on

Triple::EnvironmentType libcOf(StringRef symbol) {
  for (const auto &row : names)
    if (row.name == symbol)
      return row.libc;
  // scanf and strtol by C99 and C23, and the functions of -D_FORTIFY_SOURCE.
  bool isGlibcs = symbol.starts_with("__isoc99_") || symbol.starts_with("__isoc23_") ||
                  (symbol.starts_with("__") && symbol.ends_with("_chk"));
  return isGlibcs ? Triple::GNU : Triple::UnknownEnvironment;
}

// Whether clang compiled `contents`, by the section .comment. Assembly has none.
static bool isFromClang(StringRef contents) {
  using namespace llvm::object;
  constexpr uint64_t commentFlags = llvm::ELF::SHF_MERGE | llvm::ELF::SHF_STRINGS, most = 4096;
  for (const ELF64LE::Shdr &section : sectionsOf(contents)) {
    if (section.sh_type != llvm::ELF::SHT_PROGBITS || section.sh_flags != commentFlags ||
        section.sh_offset > contents.size())
      continue;
    StringRef strings = contents.substr(section.sh_offset, std::min<uint64_t>(section.sh_size, most));
    if (strings.contains("GCC: (")) // ld -r merges the comments of several compilers
      return false;
    if (strings.contains("clang version "))
      return true;
  }
  return false;
}

// Whether `symbol` is GNU libstdc++'s. Its strings and streams have other names than those of libc++, which
// our targets use.
static bool isOfGnuCxx(StringRef symbol) {
  return symbol.contains("St7__cxx11") || symbol.starts_with("_ZSt4c") || symbol.starts_with("_ZNSo");
}

static ObjectEvidence originIn(std::string file, StringRef contents) {
  ObjectEvidence object;
  object.file = std::move(file);
  if (!contents.starts_with(llvm::ELF::ElfMagic) || contents.size() < sizeof(llvm::ELF::Elf64_Ehdr) ||
      contents[llvm::ELF::EI_DATA] != llvm::ELF::ELFDATA2LSB)
    return object;
  bool is64 = contents[llvm::ELF::EI_CLASS] == llvm::ELF::ELFCLASS64;
  auto at = [&](size_t offset) { return llvm::support::endian::read16le(contents.data() + offset); };
  object.machine = at(offsetof(llvm::ELF::Elf64_Ehdr, e_machine));
  if (!is64 || at(offsetof(llvm::ELF::Elf64_Ehdr, e_type)) != llvm::ELF::ET_REL)
    return object; // a shared library needs the names of its own libc
  bool isOfGnu = false;
  visitSymbols(contents, [&](StringRef name, bool defined) {
    if (defined)
      return true;
    isOfGnu |= isOfGnuCxx(name);
    object.libc = libcOf(name);
    if (object.libc != Triple::UnknownEnvironment)
      object.symbol = name.str();
    return object.symbol.empty();
  });
  object.isFromClang = !isOfGnu && isFromClang(contents);
  return object;
}

// Whether rustc made this member of an archive, by its name.
static bool isFromRustc(StringRef member) {
  return member.ends_with(".rcgu.o") || member.ends_with(".rmeta");
}

// Calls `see` with the evidence of each object in `file`, until it returns true.
static void visitOrigins(StringRef file, llvm::function_ref<bool(ObjectEvidence)> see) {
  unsigned seen = 0;
  visitObjects(file, [&](StringRef member, StringRef contents) {
    return !isFromRustc(member) &&
           (see(originIn(objectName(file, member), contents)) || ++seen == mostMembers);
  });
}

ObjectEvidence originOf(StringRef file) {
  ObjectEvidence first;
  visitOrigins(file, [&](ObjectEvidence object) {
    bool showsLibc = object.libc != Triple::UnknownEnvironment;
    if (showsLibc || !first.machine)
      first = std::move(object);
    return showsLibc;
  });
  return first;
}

ObjectEvidence originOfLibrary(StringRef name, llvm::ArrayRef<StringRef> folders) {
  for (StringRef folder : folders)
    for (StringRef ending : {".so", ".a"}) {
      std::string file = name.starts_with(":") ? (folder + "/" + name.drop_front()).str()
                                               : (folder + "/lib" + name + ending).str();
      if (ObjectEvidence object = originOf(file); object.machine)
        return object;
    }
  return {};
}

// Whether `file` is, or as an archive contains, an object that rustc did not make. A link of Rust has a
// hundred archives with rustc's objects only.
static bool holdsMoreThanRusts(StringRef file) {
  return visitObjectStarts(file, [](StringRef member, StringRef) { return !isFromRustc(member); });
}

static bool isRustLibrary(StringRef file) { return !rustTriple(file).empty(); }

std::vector<Finding> judgeOrigins(const Libraries &libraries, const Target &target, FindCompilers compilers) {
  if (target.isGlibc())
    return {};
  unsigned left = mostObjects;
  ObjectEvidence found;
  visitFiles(libraries, [&](StringRef file) {
    if (isFromRustc(file) || isRustLibrary(file) || !holdsMoreThanRusts(file))
      return false;
    visitOrigins(file, [&](ObjectEvidence object) {
      if (object.machine == target.machine && object.libc == Triple::GNU)
        found = std::move(object);
      return !found.symbol.empty() || !--left;
    });
    return !left || !found.symbol.empty();
  });
  if (found.symbol.empty())
    return {};
  return {{Finding::Error,
           "libc",
           text("'{}' was compiled against glibc's headers, but {} uses musl", {found.file, target.triple}),
           {text("it needs {}, a name that only glibc's headers have", {found.symbol}),
            text("build it with {}-gcc, or remove it from the link", {target.triple}),
            whoCompiled(target.triple, compilers())}}};
}

} // namespace lambdacc
