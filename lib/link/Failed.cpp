#include "Failed.h"
#include "Elf.h"
#include "Glibc.h"
#include "Inputs.h"
#include "LinkAdvice.h"
#include "RegularFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

// The symbol version of `symbol` in the stub libraries of glibc `of`, as in "GLIBC_2.28". "" if they do not
// define it.
static std::string versionIn(const llvm::VersionTuple &of, StringRef sysroot, StringRef symbol) {
  for (StringRef library : {"libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1",
                            "libresolv.so.2", "libutil.so.1"}) {
    llvm::SmallString<256> file(sysroot);
    path::append(file, "lib", of.getAsString(), library);
    std::unique_ptr<llvm::MemoryBuffer> contents = readRegular(file);
    std::string version = contents ? versionOf(symbol, contents->getBuffer()) : "";
    if (!version.empty())
      return version;
  }
  return "";
}

// The glibc version that introduced `symbol`, if the ceiling's libraries do not define it. The newest stubs
// have the answer. glibc 2.34 gave new versions to the symbols that it moved into libc, such as
// pthread_create.
static std::string newerGlibc(const Target &target, StringRef sysroot, StringRef symbol) {
  if (!target.isGlibc() || !versionIn(target.glibc, sysroot, symbol).empty())
    return "";
  std::string name = versionIn(ceilings().back(), sysroot, symbol);
  StringRef version = name;
  llvm::VersionTuple brought;
  bool isNewer = version.consume_front("GLIBC_") && !brought.tryParse(version) && brought > target.glibc;
  return isNewer ? version.str() : "";
}

// What -l`name` would be in each folder of the link: libNAME.a or libNAME.so.
static std::vector<std::string> filesFor(StringRef name, StringRef suffix, const LinkRequest &link) {
  std::vector<std::string> files;
  for (const std::string &folder : link.folders) {
    llvm::SmallString<256> file(folder);
    path::append(file, "lib" + name + suffix);
    files.emplace_back(file);
  }
  return files;
}

// The files of the link, and what its folders have for each -l.
static std::vector<std::string> filesOfLink(const LinkRequest &link) {
  std::vector<std::string> files = link.inputs;
  for (const LinkRequest::Library &library : link.libraries)
    llvm::append_range(files, filesFor(library.name, ".a", link));
  return files;
}

std::vector<std::string> adviseOnFailure(const LinkRequest &link, StringRef messages, const Target &target,
                                         const Toolchain &toolchain, const LinkPolicy &policy) {
  auto newer = [&](StringRef symbol) { return newerGlibc(target, toolchain.sysroot, symbol); };
  auto other = [&](StringRef file) {
    uint16_t machine = machineOf(file);
    return machine && machine != target.machine ? machineName(machine) : "";
  };
  // GCC writes this symbol into an object that -flto makes without -ffat-lto-objects.
  auto ofGccsLto = [&] {
    std::vector<std::string> files = filesOfLink(link);
    return findDefinition(std::vector<StringRef>(files.begin(), files.end()), "__gnu_lto_slim");
  };
  auto shared = [&](StringRef name) {
    std::vector<std::string> files = filesFor(name, ".so", link);
    auto found = llvm::find_if(files, [](const std::string &file) { return llvm::sys::fs::exists(file); });
    return found == files.end() ? "" : *found;
  };
  std::vector<CompilerChoice> choices = policy.compilers();
  std::vector<StringRef> libraries;
  for (const LinkRequest::Library &library : link.libraries)
    libraries.push_back(library.name);
  return adviceOnLink({.messages = messages,
                       .inputs = {link.inputs.begin(), link.inputs.end()},
                       .hostFolders = {link.hostFolders.begin(), link.hostFolders.end()},
                       .triple = target.triple,
                       .musl = !target.isGlibc(),
                       .otherMachine = other,
                       .newerGlibc = newer,
                       .libraries = std::move(libraries),
                       .ownLibraries = toolchain.libraries,
                       .compilers = choices,
                       .variableNaming = policy.variableNaming,
                       .sharedLibrary = shared,
                       .objectOfGccsLto = ofGccsLto});
}

} // namespace lambdacc
