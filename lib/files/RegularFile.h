//===- RegularFile.h - Reading files that others wrote ----------------------===//
//
// A caller may name anything as a file: a FIFO that nobody writes to, /dev/zero, a folder. To read one of
// these to look at it hangs, takes all memory, or takes away what the linker was to read. So nothing but
// regular files is opened to look at it, and every read has a bound.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_FILES_REGULARFILE_H
#define LAMBDA_CC_FILES_REGULARFILE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include <cstdint>
#include <memory>

namespace lambdacc {

/// Whether `file` is a regular file, or a link to one.
bool isRegularFile(llvm::StringRef file);

/// A descriptor of a regular file, for reading. The caller closes it. std::errc::not_supported if it is
/// another kind of file, which is not opened.
llvm::ErrorOr<int> openRegular(llvm::StringRef file);

/// What a regular file holds, mapped. Null where it is none, or can't be read.
std::unique_ptr<llvm::MemoryBuffer> readRegular(llvm::StringRef file);

/// The same as text, of `limit` bytes at most: "" for a larger one.
std::string readSmallFile(llvm::StringRef file, uint64_t limit = 1 << 20);

/// Reads a stream, such as the pipe of `@<(…)`, to its end. An error where it can't be opened or read, or has
/// more than `limit` bytes.
llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> readStream(llvm::StringRef file, uint64_t limit);

} // namespace lambdacc

#endif
