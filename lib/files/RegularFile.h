//===- RegularFile.h - Safe reading of files from outside -----------------===//
//
// A caller can name anything as a file: a FIFO without a writer, /dev/zero, a folder. Reading one of these
// hangs, exhausts memory, or consumes the linker's input. So only regular files are opened for inspection,
// and every read has a limit.
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

/// Opens `file` for reading. Does not wait if it is a FIFO.
llvm::ErrorOr<int> openAtOnce(llvm::StringRef file);

/// Closes a descriptor. LLVM's closeFile needs two more system calls, to block signals, for each of 10,000
/// files.
void closeFile(int file);

/// A descriptor of a regular file, for reading. The caller closes it by closeFile(). std::errc::not_supported
/// if it is another kind of file, which is not opened.
llvm::ErrorOr<int> openRegular(llvm::StringRef file);

/// The contents of a regular file, mapped. Null if it is not regular or cannot be read.
std::unique_ptr<llvm::MemoryBuffer> readRegular(llvm::StringRef file);

/// The contents of a regular file as text. "" if it is larger than `limit` bytes, not regular, or unreadable.
std::string readSmallFile(llvm::StringRef file, uint64_t limit = 1 << 20);

/// Reads a stream, such as the pipe of `@<(…)`, to its end. Returns an error if it cannot be opened or read,
/// or has more than `limit` bytes.
llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> readStream(llvm::StringRef file, uint64_t limit);

/// The same for standard input.
llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> readStandardInput(uint64_t limit);

} // namespace lambdacc

#endif
