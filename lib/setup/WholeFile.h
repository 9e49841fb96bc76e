//===- WholeFile.h - Files of a person, read and written whole --------------===//
//
// What a person has in a file is never half there: a full disk, a signal or another lambda-cc leaves the file
// as it was. Nothing but regular files is read, and none without a bound: a FIFO would make us wait, and
// /dev/zero never ends.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SETUP_WHOLEFILE_H
#define LAMBDA_CC_SETUP_WHOLEFILE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>
#include <string>

namespace lambdacc {

/// The exclusive right, among processes of lambda-cc, to write in a folder. It ends with the process, however
/// that ends. Where the file system has no locks, it is held by all.
class FolderLock {
public:
  /// Waits while another process holds it, half a minute at most. `folder` is there.
  static llvm::Expected<FolderLock> take(const std::string &folder);

  FolderLock(FolderLock &&other) : descriptor(std::exchange(other.descriptor, -1)) {}
  FolderLock &operator=(FolderLock &&) = delete;
  ~FolderLock();

private:
  explicit FolderLock(int descriptor) : descriptor(descriptor) {}
  int descriptor;
};

/// What `file` holds, a regular file of at most 16 MiB. The error says why it can't be read.
llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> readWhole(const std::string &file);

/// Gives `file` this content: it is written beside, flushed, given the mode and the owner of the one that it
/// replaces, and renamed. A symbolic link stays one. Its folder is there; who may write at the same time
/// holds its FolderLock. The error says why it is untouched.
llvm::Error writeWhole(const std::string &file, llvm::StringRef content);

/// Makes `file`, which is not there yet, with all of `content` and this mode, whatever the umask.
std::error_code writeNew(const std::string &file, llvm::StringRef content, unsigned mode);

/// The real path of the file that writeWhole() replaces: `file` itself, or what it leads to.
llvm::Expected<std::string> realFile(const std::string &file);

/// A file that lines are appended to, by the protocol of another program that reads it.
class Appending {
public:
  /// Opens `file`, which must be a regular one, or makes it.
  static llvm::Expected<Appending> open(const std::string &file);

  /// Appends all of `lines`, below the end of what is there, or nothing.
  llvm::Error append(llvm::StringRef lines);

  /// Takes away what append() added.
  void undo();

  Appending(Appending &&other)
      : descriptor(std::exchange(other.descriptor, -1)), before(other.before), ended(other.ended),
        written(other.written) {}
  Appending &operator=(Appending &&) = delete;
  ~Appending();

private:
  Appending(int descriptor, uint64_t before, bool ended)
      : descriptor(descriptor), before(before), ended(ended) {}
  int descriptor;
  uint64_t before; ///< its size
  bool ended;      ///< what was there ends with a newline
  uint64_t written = 0;
};

} // namespace lambdacc

#endif
