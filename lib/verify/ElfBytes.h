//===- ElfBytes.h - The bytes of an ELF file, within their bounds -------------===//
//
// An offset or a size in a file may be wrong. These functions return only what lies inside the file.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_ELFBYTES_H
#define LAMBDA_CC_VERIFY_ELFBYTES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Object/ELFTypes.h"
#include <map>
#include <vector>

namespace lambdacc {

using Bytes = llvm::ArrayRef<uint8_t>;
using Segments = llvm::ArrayRef<llvm::object::ELF64LE::Phdr>;
using Sections = llvm::ArrayRef<llvm::object::ELF64LE::Shdr>;
using DynamicTags = std::map<int64_t, uint64_t>; ///< the last value of each tag, as the loader takes it

/// The `Entry` at an offset of `bytes`, or null beyond their end. The offset may be odd in a broken file: the
/// types of ELF64LE have no alignment.
template <typename Entry> const Entry *entryAt(Bytes bytes, uint64_t at) {
  bool fits = at <= bytes.size() && bytes.size() - at >= sizeof(Entry);
  return fits ? reinterpret_cast<const Entry *>(bytes.data() + at) : nullptr;
}

constexpr size_t longestName = 256, longestPath = 4096; // bytes; the second is Linux's PATH_MAX

/// The string at an offset of a string table, cut after `longest` bytes.
llvm::StringRef stringAt(Bytes strings, uint64_t at, size_t longest = longestName);

/// The `size` bytes at `offset`, or as many of them as there are.
Bytes slice(Bytes bytes, uint64_t offset, uint64_t size);

/// The bytes that are loaded at `address`, up to the end of their segment.
Bytes loadedAt(Bytes file, Segments segments, uint64_t address);

/// The section headers; none if the file is not an ELF file, or broken.
Sections sectionsOf(llvm::StringRef contents);

/// The sections with this name, in their order; none if the names are broken.
std::vector<const llvm::object::ELF64LE::Shdr *> sectionsNamed(llvm::StringRef contents,
                                                               llvm::StringRef name);

/// The program headers; none if the file is not an ELF file, or broken.
Segments segmentsOf(llvm::StringRef contents);

struct SymbolTable {
  Bytes symbols, strings;
  uint64_t locals = 0; ///< the number of local symbols, which come first
};

/// .symtab, which linkers read and strip removes. Empty without one, or if it is broken or larger than any
/// linker's.
SymbolTable symbolTable(llvm::StringRef contents);

/// Calls `see` with each symbol of .symtab, which linkers read and strip removes, until it returns false. Not
/// at all if the table is larger than any linker's, or broken.
void visitSymbolTable(
    llvm::StringRef contents,
    llvm::function_ref<bool(llvm::StringRef name, const llvm::object::ELF64LE::Sym &symbol)> see);

} // namespace lambdacc

#endif
