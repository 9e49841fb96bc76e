#include "Libraries.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/BinaryFormat/Magic.h"
#include "llvm/Object/ELF.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
using llvm::VersionTuple;
using namespace llvm::object;

namespace lambdacc {

namespace {
struct GlibcVersion {
  VersionTuple version;
  std::string name;    ///< "GLIBC_2.34"
  std::string library; ///< that has it, "libc.so.6"; "" for the file itself
};
} // namespace

// The release that brought `name`: GLIBC_2.34, or a property of the file that a loader must know.
static VersionTuple releaseOf(StringRef name) {
  VersionTuple version;
  if (name == "GLIBC_ABI_DT_RELR")
    return VersionTuple(2, 36);
  return name.consume_front("GLIBC_") && !version.tryParse(name) ? version : VersionTuple();
}

// A NUL-terminated string of a string table, or "".
static StringRef stringAt(StringRef table, uint32_t at) {
  return at < table.size() ? table.drop_front(at).split('\0').first : "";
}

// `Entry` at an offset of a section, or null beyond its end.
template <typename Entry> static const Entry *entryAt(llvm::ArrayRef<uint8_t> section, uint64_t at) {
  bool fits = at <= section.size() && section.size() - at >= sizeof(Entry);
  return fits ? reinterpret_cast<const Entry *>(section.data() + at) : nullptr;
}

// Calls `see` with the names of versions that a section has, and the library of each. Its entries are lists
// whose links may lead anywhere, also back: LLVM 19 follows as many as the header claims, and there can't be
// more than would fit.
static void visitNeeds(llvm::ArrayRef<uint8_t> section, StringRef strings,
                       llvm::function_ref<void(StringRef, StringRef)> see) {
  size_t left = section.size() / sizeof(ELF64LE::Vernaux);
  uint64_t at = 0;
  while (const auto *need = entryAt<ELF64LE::Verneed>(section, at)) {
    uint64_t auxAt = at + need->vn_aux;
    for (unsigned i = 0; i < need->vn_cnt && left; ++i, --left) {
      const auto *aux = entryAt<ELF64LE::Vernaux>(section, auxAt);
      if (!aux)
        break;
      see(stringAt(strings, aux->vna_name), stringAt(strings, need->vn_file));
      auxAt += aux->vna_next;
    }
    if (!need->vn_next || !left)
      return;
    at += need->vn_next;
  }
}

static void visitDefinitions(llvm::ArrayRef<uint8_t> section, StringRef strings,
                             llvm::function_ref<void(StringRef, StringRef)> see) {
  uint64_t at = 0;
  for (size_t left = section.size() / sizeof(ELF64LE::Verdef); left; --left) {
    const auto *definition = entryAt<ELF64LE::Verdef>(section, at);
    if (!definition)
      return;
    if (const auto *aux = entryAt<ELF64LE::Verdaux>(section, at + definition->vd_aux))
      see(stringAt(strings, aux->vda_name), "");
    at += definition->vd_next;
  }
}

// The newest glibc that `elf` needs, or as a part of glibc is.
static llvm::Expected<GlibcVersion> newestGlibc(const ELFFile<ELF64LE> &elf) {
  GlibcVersion newest;
  auto see = [&](StringRef name, StringRef library) {
    if (VersionTuple version = releaseOf(name); version > newest.version)
      newest = {version, name.str(), library.str()};
  };
  llvm::Expected<ELF64LE::ShdrRange> sections = elf.sections();
  if (!sections)
    return sections.takeError();
  for (const ELF64LE::Shdr &section : *sections) {
    bool needs = section.sh_type == llvm::ELF::SHT_GNU_verneed;
    if (!needs && section.sh_type != llvm::ELF::SHT_GNU_verdef)
      continue;
    llvm::Expected<llvm::ArrayRef<uint8_t>> contents = elf.getSectionContents(section);
    if (!contents)
      return contents.takeError();
    llvm::Expected<StringRef> strings = elf.getLinkAsStrtab(section);
    if (!strings)
      return strings.takeError();
    (needs ? visitNeeds : visitDefinitions)(*contents, *strings, see);
  }
  return newest;
}

// What is no shared library of the target, or is broken, is for the linker to say.
static llvm::Error checkFile(StringRef file, const Target &target) {
  auto buffer = llvm::MemoryBuffer::getFile(file, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!buffer || identify_magic((*buffer)->getBuffer()) != llvm::file_magic::elf_shared_object ||
      (*buffer)->getBuffer()[llvm::ELF::EI_CLASS] != llvm::ELF::ELFCLASS64 ||
      (*buffer)->getBuffer()[llvm::ELF::EI_DATA] != llvm::ELF::ELFDATA2LSB)
    return llvm::Error::success();
  llvm::Expected<ELFFile<ELF64LE>> elf = ELFFile<ELF64LE>::create((*buffer)->getBuffer());
  if (!elf) {
    consumeError(elf.takeError());
    return llvm::Error::success();
  }
  if (elf->getHeader().e_machine != target.machine)
    return llvm::Error::success();
  llvm::Expected<GlibcVersion> newest = newestGlibc(*elf);
  if (!newest) {
    consumeError(newest.takeError());
    return llvm::Error::success();
  }
  if (newest->version <= target.glibc)
    return llvm::Error::success();
  std::string version = newest->version.getAsString(), ceiling = target.glibc.getAsString();
  if (newest->library.empty())
    return fail(text("'{}' is glibc {}, and {} is built for {}", {file, version, target.triple, ceiling}),
                {"the sysroot has one for every ceiling: leave this one out of the link"});
  return fail(text("'{}' needs glibc {}, and {} is built for {}", {file, version, target.triple, ceiling}),
              {text("it wants {} of {}", {newest->name, newest->library}),
               text("build that library with {}-gcc, raise the ceiling (LAMBDA_CC_GLIBC={}), or leave it out "
                    "of the link",
                    {target.triple, version})});
}

// The file that a linker takes for -l, among the caller's folders; "" for one of the sysroot's.
static std::string findLibrary(const Libraries::Named &library, llvm::ArrayRef<StringRef> folders) {
  StringRef name = library.name;
  std::vector<std::string> files;
  if (name.consume_front(":"))
    files = {name.str()};
  else if (library.mayBeShared)
    files = {("lib" + name + ".so").str(), ("lib" + name + ".a").str()};
  else
    files = {("lib" + name + ".a").str()};
  for (StringRef folder : folders)
    for (const std::string &file : files) {
      llvm::SmallString<256> path(folder);
      llvm::sys::path::append(path, file);
      if (llvm::sys::fs::exists(path))
        return std::string(path);
    }
  return "";
}

static llvm::Error noCrypt(const Target &target) {
  return fail(text("no libcrypt for {}", {target.triple}),
              {"provided.al2 has libcrypt.so.1 and provided.al2023 has not, so a program must bring it",
               text("build libxcrypt with {}-gcc and --disable-shared, and name its folder with -L",
                    {target.triple})});
}

llvm::Error checkLibraries(const Libraries &libraries, const Target &target) {
  std::vector<std::string> files(libraries.files.begin(), libraries.files.end());
  for (const Libraries::Named &library : libraries.names) {
    std::string file = findLibrary(library, libraries.folders);
    if (file.empty() && (library.name == "crypt" || library.name.starts_with(":libcrypt.")))
      return noCrypt(target);
    files.push_back(std::move(file));
  }
  for (StringRef file : files) {
    StringRef name = llvm::sys::path::filename(file);
    if (name.ends_with(".so") || name.contains(".so."))
      if (llvm::Error error = checkFile(file, target))
        return error;
  }
  return llvm::Error::success();
}

} // namespace lambdacc
