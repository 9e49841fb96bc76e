#include "Target.h"
#include "llvm/BinaryFormat/ELF.h"
#include <string>

using llvm::StringRef;
using llvm::Triple;

namespace lambdacc {

// clang-format off
static constexpr Target table[] = {
    {"x86_64-unknown-linux-musl",  {"x86_64-linux-musl", "musl"}, Triple::x86_64,  Triple::Musl, llvm::ELF::EM_X86_64,  "elf_x86_64",   "", {}},
    {"aarch64-unknown-linux-musl", {"aarch64-linux-musl", ""},    Triple::aarch64, Triple::Musl, llvm::ELF::EM_AARCH64, "aarch64linux", "", {}},
    {"x86_64-unknown-linux-gnu",   {"x86_64-linux-gnu", ""},      Triple::x86_64,  Triple::GNU,  llvm::ELF::EM_X86_64,  "elf_x86_64",   "/lib64/ld-linux-x86-64.so.2", llvm::VersionTuple(2, 26)},
    {"aarch64-unknown-linux-gnu",  {"aarch64-linux-gnu", ""},     Triple::aarch64, Triple::GNU,  llvm::ELF::EM_AARCH64, "aarch64linux", "/lib/ld-linux-aarch64.so.1",  llvm::VersionTuple(2, 26)},
};

// Machines of wrong objects: mostly the host's, or the other architecture of Lambda.
static constexpr struct { uint16_t machine; StringRef name; } machines[] = {
    {llvm::ELF::EM_X86_64,  "x86_64"},
    {llvm::ELF::EM_AARCH64, "aarch64"},
    {llvm::ELF::EM_386,     "i386"},
    {llvm::ELF::EM_ARM,     "arm"},
    {llvm::ELF::EM_RISCV,   "riscv"},
    {llvm::ELF::EM_PPC64,   "powerpc64"},
    {llvm::ELF::EM_S390,    "s390"},
    {llvm::ELF::EM_LOONGARCH, "loongarch"},
};
// clang-format on

llvm::ArrayRef<Target> targets() { return table; }

llvm::SmallVector<StringRef, 3> prefixes(const Target &target) {
  llvm::SmallVector<StringRef, 3> all = {target.triple};
  for (StringRef alias : target.aliases)
    if (!alias.empty())
      all.push_back(alias);
  return all;
}

std::string toolPrefix(const Target &target) {
  std::string prefix = target.triple.str();
  if (target.isGlibc())
    prefix += "-" + std::to_string(target.glibc.getMajor()) + "_" +
              std::to_string(target.glibc.getMinor().value_or(0));
  return prefix;
}

std::string namePrefix(const Target &target) {
  return target.glibc == findTarget(target.triple)->glibc ? target.triple.str() : toolPrefix(target);
}

const Target *findTarget(StringRef triple) {
  for (const Target &target : table)
    if (target.triple == triple)
      return &target;
  return nullptr;
}

bool isSpellingOf(StringRef spelling, const Target &target) {
  Triple triple(Triple::normalize(spelling));
  return triple.getArch() == target.arch && triple.getOS() == Triple::Linux &&
         triple.getEnvironment() == target.libc;
}

std::string machineName(uint16_t machine) {
  for (const auto &row : machines)
    if (row.machine == machine)
      return row.name.str();
  return "machine " + std::to_string(machine);
}

uint16_t machineFor(llvm::Triple::ArchType arch) {
  for (const Target &target : targets())
    if (target.arch == arch)
      return target.machine;
  return 0;
}

} // namespace lambdacc
