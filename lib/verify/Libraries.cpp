#include "Libraries.h"
#include "Elf.h"
#include "Failure.h"
#include "RegularFile.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
using llvm::VersionTuple;

namespace lambdacc {

namespace {
struct GlibcVersion {
  VersionTuple version;
  std::string name;    ///< "GLIBC_2.34"
  std::string library; ///< the library that must have it, "libc.so.6"; "" if the file defines it
};
} // namespace

// The glibc release of `name`: GLIBC_2.34, or a property of the file that a loader must support.
static VersionTuple releaseOf(StringRef name) {
  VersionTuple version;
  if (name == "GLIBC_ABI_DT_RELR")
    return VersionTuple(2, 36);
  return name.consume_front("GLIBC_") && !version.tryParse(name) ? version : VersionTuple();
}

// The newest glibc that `elf` needs; of a library of glibc its own version.
static GlibcVersion newestGlibc(const Elf &elf) {
  GlibcVersion newest;
  auto see = [&](const std::string &name, const std::string &library) {
    if (VersionTuple version = releaseOf(name); version > newest.version)
      newest = {version, name, library};
  };
  for (const NeededVersion &version : elf.versions)
    see(version.name, version.library);
  for (const std::string &name : elf.defined)
    see(name, "");
  return newest;
}

// A file that is broken, or not a shared library of the target, is left to the linker.
static llvm::Error checkFile(StringRef file, const Target &target) {
  std::unique_ptr<llvm::MemoryBuffer> buffer = readRegular(file);
  if (!buffer)
    return llvm::Error::success();
  llvm::Expected<Elf> elf = readElf(buffer->getBuffer());
  if (!elf || elf->machine != target.machine) {
    consumeError(elf.takeError());
    return llvm::Error::success();
  }
  GlibcVersion newest = newestGlibc(*elf);
  if (newest.version <= target.glibc)
    return llvm::Error::success();
  std::string version = newest.version.getAsString(), ceiling = target.glibc.getAsString();
  if (newest.library.empty())
    return fail(
        text("'{}' is glibc {}, but the ceiling of {} is {}", {file, version, target.triple, ceiling}),
        {"the sysroot has one for each ceiling: remove this one from the link"});
  return fail(
      text("'{}' needs glibc {}, but the ceiling of {} is {}", {file, version, target.triple, ceiling}),
      {text("it needs {} of {}", {newest.name, newest.library}),
       text("build that library with {}-gcc, raise the ceiling (LAMBDA_CC_GLIBC={}), or remove it from the "
            "link",
            {target.triple, version})});
}

// The file that a linker takes for -l in the caller's folders; "" if the library is the sysroot's.
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
              {"provided.al2 has libcrypt.so.1 and provided.al2023 does not, so a program must contain it",
               text("build libxcrypt with {}-gcc and --disable-shared, and pass its folder with -L",
                    {target.triple})});
}

void visitFiles(const Libraries &libraries, llvm::function_ref<bool(StringRef)> visit) {
  auto isFound = [&](const Libraries::Named &library) {
    std::string file = findLibrary(library, libraries.folders);
    return !file.empty() && visit(file);
  };
  if (llvm::none_of(libraries.files, visit))
    (void)llvm::any_of(libraries.names, isFound);
}

std::vector<std::string> filesOf(const Libraries &libraries) {
  std::vector<std::string> files;
  visitFiles(libraries, [&](StringRef file) {
    files.push_back(file.str());
    return false;
  });
  return files;
}

std::vector<std::string> sharedLibraries(const Libraries &libraries) {
  std::vector<std::string> files = filesOf(libraries);
  llvm::erase_if(files, [](StringRef file) {
    StringRef name = llvm::sys::path::filename(file);
    return !name.ends_with(".so") && !name.contains(".so.");
  });
  return files;
}

llvm::Error checkLibraries(const Libraries &libraries, const Target &target) {
  for (const Libraries::Named &library : libraries.names) {
    bool isCrypt = library.name == "crypt" || library.name.starts_with(":libcrypt.");
    if (isCrypt && findLibrary(library, libraries.folders).empty())
      return noCrypt(target);
  }
  for (StringRef file : sharedLibraries(libraries))
    if (llvm::Error error = checkFile(file, target))
      return error;
  return llvm::Error::success();
}

} // namespace lambdacc
