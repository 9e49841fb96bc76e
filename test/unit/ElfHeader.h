//===- ElfHeader.h - The header of an ELF file for a test -------------------===//
#ifndef LAMBDA_CC_TEST_UNIT_ELFHEADER_H
#define LAMBDA_CC_TEST_UNIT_ELFHEADER_H

#include "llvm/BinaryFormat/ELF.h"
#include <cstring>

namespace lambdacc {

/// The header of a little-endian file of 64 bits. Its program headers follow it at once.
inline llvm::ELF::Elf64_Ehdr elfHeader(uint16_t type, uint16_t machine, uint16_t segments) {
  using namespace llvm::ELF;
  Elf64_Ehdr header = {};
  memcpy(header.e_ident, ElfMagic, strlen(ElfMagic));
  header.e_ident[EI_CLASS] = ELFCLASS64;
  header.e_ident[EI_DATA] = ELFDATA2LSB;
  header.e_ident[EI_VERSION] = EV_CURRENT;
  header.e_type = type;
  header.e_machine = machine;
  header.e_version = EV_CURRENT;
  header.e_entry = 0x1000;
  header.e_phoff = sizeof header;
  header.e_ehsize = sizeof header;
  header.e_phentsize = sizeof(Elf64_Phdr);
  header.e_phnum = segments;
  return header;
}

} // namespace lambdacc

#endif
