#include "Failed.h"
#include "Elf.h"
#include "Glibc.h"
#include "Inputs.h"
#include "LinkAdvice.h"
#include "RegularFile.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

// The version that glibc brought `symbol` in, if no library of the ceiling has it: the newest stubs know.
static std::string newerGlibc(const Target &target, StringRef sysroot, StringRef symbol) {
  if (!target.isGlibc())
    return "";
  llvm::SmallString<256> newest(sysroot);
  path::append(newest, "lib", ceilings().back().getAsString());
  for (StringRef library : {"libc.so.6", "libm.so.6", "libpthread.so.0", "librt.so.1", "libresolv.so.2"}) {
    llvm::SmallString<256> file(newest);
    path::append(file, library);
    std::unique_ptr<llvm::MemoryBuffer> contents = readRegular(file);
    std::string name = contents ? versionOf(symbol, contents->getBuffer()) : "";
    StringRef version = name;
    llvm::VersionTuple brought;
    if (version.consume_front("GLIBC_") && !brought.tryParse(version) && brought > target.glibc)
      return version.str();
  }
  return "";
}

std::vector<std::string> adviseOnFailure(const LinkRequest &link, StringRef messages, const Target &target,
                                         const Toolchain &toolchain) {
  auto newer = [&](StringRef symbol) { return newerGlibc(target, toolchain.sysroot, symbol); };
  auto other = [&](StringRef file) {
    uint16_t machine = machineOf(file);
    return machine && machine != target.machine ? machineName(machine) : "";
  };
  return adviceOnLink({.messages = messages,
                       .inputs = {link.inputs.begin(), link.inputs.end()},
                       .hostFolders = {link.hostFolders.begin(), link.hostFolders.end()},
                       .triple = target.triple,
                       .musl = !target.isGlibc(),
                       .otherMachine = other,
                       .newerGlibc = newer});
}

} // namespace lambdacc
