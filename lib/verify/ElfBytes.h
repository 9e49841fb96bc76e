//===- ElfBytes.h - The bytes of an ELF file, within their bounds -------------===//
//
// Offsets and sizes in a file are believed where they lie in it, and only there.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_ELFBYTES_H
#define LAMBDA_CC_VERIFY_ELFBYTES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Object/ELFTypes.h"
#include <map>

namespace lambdacc {

using Bytes = llvm::ArrayRef<uint8_t>;
using Segments = llvm::ArrayRef<llvm::object::ELF64LE::Phdr>;
using Sections = llvm::ArrayRef<llvm::object::ELF64LE::Shdr>;
using DynamicTags = std::map<int64_t, uint64_t>; ///< of each its last value, which the loader takes, too

/// `Entry` at an offset of `bytes`, or null beyond their end. Files are mapped at a page's start, and offsets
/// of broken ones may be odd: the types of ELF64LE take any.
template <typename Entry> const Entry *entryAt(Bytes bytes, uint64_t at) {
  bool fits = at <= bytes.size() && bytes.size() - at >= sizeof(Entry);
  return fits ? reinterpret_cast<const Entry *>(bytes.data() + at) : nullptr;
}

constexpr size_t longestName = 256, longestPath = 4096; // bytes, as Linux has it

/// The string at an offset of a table of strings, at most `longest` bytes of it.
llvm::StringRef stringAt(Bytes strings, uint64_t at, size_t longest = longestName);

/// As much of the `size` bytes at `offset` as there is.
Bytes slice(Bytes bytes, uint64_t offset, uint64_t size);

/// The bytes that are loaded to `address`, to the end of their segment.
Bytes loadedAt(Bytes file, Segments segments, uint64_t address);

/// The section headers; none where the file is no ELF file, or broken.
Sections sectionsOf(llvm::StringRef contents);

/// Calls `see` with each symbol of the table that linkers read and strip takes away, until it returns false.
/// None where that is larger than any linker's work, or broken.
void visitSymbolTable(
    llvm::StringRef contents,
    llvm::function_ref<bool(llvm::StringRef name, const llvm::object::ELF64LE::Sym &symbol)> see);

} // namespace lambdacc

#endif
