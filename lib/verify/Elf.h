//===- Elf.h - What a program or shared library needs to be loaded ----------===//
//
// Read as the system's loader does it, from the program headers and the dynamic section, because section
// headers may be stripped. Only the parts that these point to are read, of a file of any size. Each offset
// and size is checked against the file before it is used.
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

/// A version that a library must have, or the loader stops.
struct NeededVersion {
  std::string library;              ///< the library's soname
  std::string name;                 ///< "GLIBC_2.34"
  bool weak;                        ///< the loader continues without it
  std::vector<std::string> symbols; ///< the undefined symbols of that version
};

struct Elf {
  uint16_t machine = 0;   ///< e_machine
  bool executable = true; ///< false for a shared library
  bool hasEntry = true;   ///< e_entry is not 0, which the kernel would jump to
  std::string interpreter;
  std::string soname;
  std::vector<std::string> needed; ///< sonames
  std::vector<NeededVersion> versions;
  std::vector<std::string> defined; ///< the versions that it defines
  std::vector<std::string> folders; ///< of RPATH and RUNPATH, where its libraries are searched for
  bool executableStack = false;
  bool textRelocations = false;
  bool packedRelocations = false;    ///< has DT_RELR
  bool startsItself = false;         ///< a static program without glibc's start code: taken for musl's
  std::vector<Relocation> unapplied; ///< only of a program that starts itself or has musl's loader
  /// The symbols that a program that starts itself names and does not define; not weak ones. None of
  /// a stripped one.
  std::vector<std::string> undefined;
  uint64_t alignment = 0; ///< the smallest p_align of its PT_LOAD segments
};

/// The program or shared library `contents`. An error if they are not one for a 64-bit little-endian machine;
/// its text ends a sentence that begins "'FILE' is". Of a name the first 256 bytes are read, of a list the
/// first 256 entries.
llvm::Expected<Elf> readElf(llvm::StringRef contents);

/// The e_machine of the shared library that begins with the 64 bytes `start`. An error, as that of readElf(),
/// if they do not begin one.
llvm::Expected<uint16_t> machineOfLibrary(llvm::StringRef start);

/// The version of `symbol` in the shared library `contents`, such as "GLIBC_2.28"; "" if it has none.
std::string versionOf(llvm::StringRef symbol, llvm::StringRef contents);

/// Calls `see` with each symbol of .symtab, which linkers read and strip removes, until it returns false. Not
/// at all if the table is larger than any linker's, or broken.
void visitSymbols(llvm::StringRef contents, llvm::function_ref<bool(llvm::StringRef name, bool defined)> see);

} // namespace lambdacc

#endif
