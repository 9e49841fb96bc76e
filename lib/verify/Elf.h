//===- Elf.h - What a program or shared library asks of its system ----------===//
//
// Read the way the system's loader does, from the program headers and the dynamic section: section headers
// may be stripped. Only what these lead to is touched, in a file of whatever size. Nothing of it is believed
// before it is known to lie in the file.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_ELF_H
#define LAMBDA_CC_VERIFY_ELF_H

#include "Relocations.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace lambdacc {

/// A version of another library that must be there, or the loader stops.
struct NeededVersion {
  std::string library;              ///< its soname
  std::string name;                 ///< "GLIBC_2.34"
  bool weak;                        ///< the loader goes on without it
  std::vector<std::string> symbols; ///< of that version
};

struct Elf {
  uint16_t machine = 0;   ///< e_machine
  bool executable = true; ///< and no shared library
  std::string interpreter;
  std::string soname;
  std::vector<std::string> needed; ///< sonames
  std::vector<NeededVersion> versions;
  std::vector<std::string> defined; ///< the versions that it has itself
  std::vector<std::string> folders; ///< where it has its libraries looked for, of RPATH and RUNPATH
  bool executableStack = false;
  bool textRelocations = false;
  bool packedRelocations = false; ///< of DT_RELR
  bool startsItself = false;      ///< a static program whose start code isn't glibc's: it is taken for musl's
  std::vector<Relocation> unapplied; ///< of one that starts itself or has musl's loader
  uint64_t alignment = 0;            ///< the smallest of its segments that are loaded
};

/// An error for what is no program and no shared library of a 64-bit little-endian machine, in words that end
/// a sentence: "'FILE' is …". Of names the first 256 bytes are read, of a list the first 256 entries.
llvm::Expected<Elf> readElf(llvm::StringRef contents);

/// The version that `symbol` has in the shared library `contents`, as in "GLIBC_2.28"; "" where it has none.
std::string versionOf(llvm::StringRef symbol, llvm::StringRef contents);

/// Calls `see` with each symbol of the table that linkers read and strip takes away, until it returns false.
/// None where that is larger than any linker's work, or broken.
void visitSymbols(llvm::StringRef contents, llvm::function_ref<bool(llvm::StringRef name, bool defined)> see);

} // namespace lambdacc

#endif
