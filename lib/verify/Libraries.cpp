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
  std::string library; ///< that has it, "libc.so.6"; "" for the file itself
};
} // namespace

// The newest GLIBC_x.y that `elf` needs, or as a part of glibc has.
static llvm::Expected<GlibcVersion> newestGlibc(const ELFFile<ELF64LE> &elf) {
  GlibcVersion newest;
  auto see = [&](StringRef name, StringRef library) {
    VersionTuple version;
    if (name.consume_front("GLIBC_") && !version.tryParse(name) && version > newest.version)
      newest = {version, library.str()};
  };
  llvm::Expected<ELF64LE::ShdrRange> sections = elf.sections();
  if (!sections)
    return sections.takeError();
  auto ignore = [](const llvm::Twine &) { return llvm::Error::success(); };
  for (const ELF64LE::Shdr &section : *sections) {
    if (section.sh_type == llvm::ELF::SHT_GNU_verneed) {
      llvm::Expected<std::vector<VerNeed>> needs = elf.getVersionDependencies(section, ignore);
      if (!needs)
        return needs.takeError();
      for (const VerNeed &need : *needs)
        for (const VernAux &version : need.AuxV)
          see(version.Name.c_str(), need.File.c_str()); // LLVM 19's names go on to the end of the table
    } else if (section.sh_type == llvm::ELF::SHT_GNU_verdef) {
      llvm::Expected<std::vector<VerDef>> defines = elf.getVersionDefinitions(section);
      if (!defines)
        return defines.takeError();
      for (const VerDef &version : *defines)
        see(version.Name.c_str(), "");
    }
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
              {text("it wants GLIBC_{} of {}", {version, newest->library}),
               text("build that library with {}-gcc, or raise the ceiling: LAMBDA_CC_GLIBC={}",
                    {target.triple, version})});
}

// The file that a linker takes for -l, among the caller's folders; "" for one of the sysroot's.
static std::string findLibrary(StringRef name, llvm::ArrayRef<StringRef> folders) {
  bool isFile = name.consume_front(":");
  std::vector<std::string> files = {name.str()};
  if (!isFile)
    files = {("lib" + name + ".so").str(), ("lib" + name + ".a").str()};
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
  std::vector<std::string> found;
  for (StringRef name : libraries.names) {
    std::string file = findLibrary(name, libraries.folders);
    if (file.empty() && name == "crypt")
      return noCrypt(target);
    found.push_back(std::move(file));
  }
  auto isShared = [](StringRef file) { return file.ends_with(".so") || file.contains(".so."); };
  for (StringRef file : libraries.files)
    if (isShared(llvm::sys::path::filename(file)))
      if (llvm::Error error = checkFile(file, target))
        return error;
  for (StringRef file : found)
    if (isShared(llvm::sys::path::filename(file)))
      if (llvm::Error error = checkFile(file, target))
        return error;
  return llvm::Error::success();
}

} // namespace lambdacc
