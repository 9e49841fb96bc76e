//===- Relocations.h - What nothing would apply before a program runs ---------===//
//
// A dynamic program has a loader for its relocations. A static one has its own start code. musl's applies
// those that only add where the program lies, and no others: an ifunc's address is never resolved, and the
// first call of it ends with signal 11, or somewhere else.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_RELOCATIONS_H
#define LAMBDA_CC_VERIFY_RELOCATIONS_H

#include "ElfBytes.h"
#include <string>
#include <vector>

namespace lambdacc {

/// A relocation that the start code of musl does not apply.
struct Relocation {
  uint32_t type;        ///< R_X86_64_IRELATIVE, …
  std::string symbol;   ///< that it is about; "" where that isn't known
  std::string resolver; ///< of an ifunc; "" where that isn't known
  bool undefined;       ///< nothing in the program defines it: the link allowed that
};

/// Of the program `contents`, each kind and symbol once; none of a weak symbol that nothing defines, since
/// its address is to be 0, and stays 0. `tags` are those of its dynamic section. A static program without one
/// has them where a linker's symbols say, and its section headers; without these, they are recognized by
/// their form.
std::vector<Relocation> unappliedRelocations(llvm::StringRef contents, Segments segments,
                                             const DynamicTags &tags);

/// Whether a relocation of a program or a shared library changes what is loaded read only. ld.lld marks all
/// that -z notext allows that (DT_TEXTREL).
bool relocatesReadOnly(Bytes file, Segments segments, const DynamicTags &tags);

/// Whether the start code of a program is glibc's, which applies all: its objects are marked
/// (NT_GNU_ABI_TAG).
bool startsAsGlibc(Bytes file, Segments segments);

/// Whether `type` is that of an ifunc, whose address a function chooses at the start.
bool isOfIfunc(uint32_t type, uint16_t machine);

/// An ifunc, and the file that has it: lib.a(member.o).
struct Ifunc {
  std::string symbol, file;
};

/// The first definition of an ifunc `symbol` in `files` and their members, or of any ifunc where `symbol` is
/// "". Empty if there is none. Bitcode is not read.
Ifunc findIfunc(llvm::ArrayRef<std::string> files, llvm::StringRef symbol);

} // namespace lambdacc

#endif
