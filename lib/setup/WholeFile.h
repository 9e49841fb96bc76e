//===- WholeFile.h - Files of a person, read and written whole --------------===//
//
// A person's file is never left half written: after a full disk, a signal or a second lambda-cc it is as it
// was. Only regular files are read, up to a limit: a FIFO would block, and /dev/zero never ends.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SETUP_WHOLEFILE_H
#define LAMBDA_CC_SETUP_WHOLEFILE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include <cstdint>
#include <memory>
#include <string>

namespace lambdacc {

/// An error with this reason.
llvm::Error asError(const std::string &reason);
constexpr const char *notRegular = "it is not a regular file";
constexpr const char *lockedTooLong = "another lambda-cc has been writing there for half a minute";

/// A lock on a folder and on whether it exists, among processes of lambda-cc. The kernel releases it when the
/// process ends. On a file system without locks, all processes get it.
class FolderLock {
public:
  /// Waits up to half a minute while another process holds the lock. Makes `folder` if it does not exist,
  /// with the mode that the umask gives.
  static llvm::Expected<FolderLock> take(const std::string &folder);

  /// Whether take() made the folder.
  bool madeFolder() const { return made; }

  FolderLock(FolderLock &&other) : lock(std::exchange(other.lock, noLock)), made(other.made) {}
  FolderLock &operator=(FolderLock &&) = delete;
  ~FolderLock();

private:
  static constexpr std::intptr_t noLock = -1;
  FolderLock(std::intptr_t lock, bool made) : lock(lock), made(made) {}
  std::intptr_t lock; ///< a descriptor of the folder above, on Windows a mutex; or noLock
  bool made;
};

/// The content of `file`, a regular file of at most 16 MiB. The error has the reason why it can't be read.
llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> readWhole(const std::string &file);

/// Gives `file` this content. It is written to a file beside, flushed, gets the mode and the owner of the old
/// file, and is renamed. A symbolic link stays one. The folder exists, and the caller holds its FolderLock.
/// After an error the file is unchanged.
llvm::Error writeWhole(const std::string &file, llvm::StringRef content);

/// Makes the new file `file` with `content` and exactly this mode, whatever the umask. Windows has no modes.
std::error_code writeNew(const std::string &file, llvm::StringRef content, unsigned mode);

/// Removes `file`, so that its folder can be removed next. On Windows a removed file stays in its folder
/// while another process has it open: this waits for up to a second.
std::error_code removeWhole(const std::string &file);

/// The real path of the file that writeWhole() replaces: `file` itself, or the target of that link. An error
/// if it is a link to what does not exist.
llvm::Expected<std::string> realFile(const std::string &file);

/// The error for a link to what does not exist: that of the file alone would name neither.
llvm::Error danglingLink(const std::string &link);

/// A file of another program's that takes lines at its end, as GITHUB_ENV.
class Appending {
public:
  /// Opens `file`, a regular file, or makes it.
  static llvm::Expected<Appending> open(const std::string &file);

  /// Appends all of `lines`, or nothing. A last line without a newline gets one first.
  llvm::Error append(llvm::StringRef lines);

  /// Removes what append() added.
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
  uint64_t before; ///< the size at open()
  bool ended;      ///< the file was empty or ended with a newline
  uint64_t written = 0;
};

} // namespace lambdacc

#endif
