//===- Relocations.h - Relocations that nothing applies -----------------------===//
//
// The loader applies a dynamic program's relocations; a static program does it in its own start code. musl's
// applies only those that add the load address. It does not resolve an ifunc, and the first call of one ends
// with signal 11, or at a wrong address.
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
  std::string symbol;   ///< that it refers to; "" if unknown
  std::string resolver; ///< of an ifunc; "" if unknown
  bool undefined;       ///< the program does not define the symbol: the link allowed that
};

/// The unapplied relocations of the program `contents`, each type and symbol once. An undefined weak symbol
/// has none, because its address is 0 and stays 0. `tags` are those of the dynamic section. Without one the
/// section headers lead to the tables; without these the ifuncs of a program at a fixed address are found by
/// their form.
std::vector<Relocation> unappliedRelocations(llvm::StringRef contents, Segments segments,
                                             const DynamicTags &tags);

/// Whether a relocation changes a segment that is loaded read-only. ld.lld sets DT_TEXTREL for each link with
/// -z notext, also if no relocation does that.
bool relocatesReadOnly(Bytes file, Segments segments, const DynamicTags &tags);

/// Whether the start code of a program is glibc's, which applies all relocations. glibc's start objects have
/// a note NT_GNU_ABI_TAG.
bool startsAsGlibc(Bytes file, Segments segments);

/// Whether `type` is an ifunc's, IRELATIVE: a function chooses the address when the program starts.
bool isOfIfunc(uint32_t type, uint16_t machine);

/// An ifunc, and the file that defines it: lib.a(member.o).
struct Ifunc {
  std::string symbol, file;
};

/// The first definition of the ifunc `symbol` in `files` and their members, or of any ifunc if `symbol` is
/// "". Empty if there is none. Bitcode is not read.
Ifunc findIfunc(llvm::ArrayRef<std::string> files, llvm::StringRef symbol);

} // namespace lambdacc

#endif
