#include "Folder.h"
#include "Text.h"
#include "WholeFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Signals.h"
#include <cerrno>
#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using llvm::StringRef;
namespace path = llvm::sys::path;
namespace fs = llvm::sys::fs;

namespace lambdacc {

static llvm::Error asError(int number) {
  return llvm::errorCodeToError(std::error_code(number, std::generic_category()));
}

namespace {
struct Descriptor {
  int number;
  ~Descriptor() { shut(); }
  int shut() { return number < 0 ? 0 : close(std::exchange(number, -1)); }
};
} // namespace

//===- Locks ----------------------------------------------------------------===//

static constexpr unsigned tries = 600;
static constexpr timespec pause = {.tv_sec = 0, .tv_nsec = 50'000'000};

// The folder above the real `folder`, whichever link names it.
static std::string folderAbove(const std::string &folder) {
  llvm::SmallString<256> real;
  return folderOf(fs::real_path(folder, real) ? folder : std::string(real));
}

// Waits for the lock on `folder`. Returns its descriptor, or -1 and sets errno.
static int lockFolder(const std::string &folder) {
  int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0)
    return -1;
  for (unsigned n = 0; n < tries; ++n) {
    if (!flock(descriptor, LOCK_EX | LOCK_NB) || (errno != EWOULDBLOCK && errno != EINTR))
      return descriptor;
    (void)nanosleep(&pause, nullptr);
  }
  close(descriptor);
  errno = ETIMEDOUT;
  return -1;
}

// The lock is on the folder above. A lock on the folder itself could be taken by another process before the
// one that has made the folder, and neither would then remove it.
llvm::Expected<FolderLock> FolderLock::take(const std::string &folder) {
  int descriptor = lockFolder(folderAbove(folder));
  if (descriptor < 0 && errno == ETIMEDOUT)
    return asError(lockedTooLong);
  if (descriptor < 0 && errno != EACCES) // EACCES: a folder that can be entered but not listed
    return asError(errno);
  FolderLock lock(descriptor < 0 ? noLock : descriptor, /*made=*/false);
  if (fs::is_directory(folder))
    return lock;
  lock.made = !mkdir(folder.c_str(), 0777);
  if (lock.made)
    return lock;
  if (errno == EEXIST)
    return fs::exists(folder) ? asError(ENOTDIR) : danglingLink(folder);
  return asError(errno);
}

FolderLock::~FolderLock() {
  if (lock != noLock)
    close(static_cast<int>(lock));
}

//===- Writing --------------------------------------------------------------===//

// At the limit of RLIMIT_FSIZE, write() fails with EFBIG instead of a signal that ends the process.
static void takeLimitAsError() { (void)signal(SIGXFSZ, SIG_IGN); }

static int writeAll(int descriptor, StringRef content, uint64_t &written) {
  while (!content.empty()) {
    ssize_t length = ::write(descriptor, content.data(), content.size());
    if (length < 0 && errno == EINTR)
      continue;
    if (length <= 0)
      return length < 0 ? errno : EIO;
    written += length;
    content = content.drop_front(length);
  }
  return 0;
}

std::error_code writeNew(const std::string &file, StringRef content, unsigned mode) {
  takeLimitAsError();
  Descriptor out{::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)};
  uint64_t written = 0;
  int error = out.number < 0 ? errno : writeAll(out.number, content, written);
  if (!error && (fchmod(out.number, mode) || out.shut()))
    error = errno;
  return {error, std::generic_category()};
}

// Removes the file that a killed lambda-cc left under the name of the new file. Any other file stays: it is
// in the way.
static bool removeLeftover(const std::string &file) {
  struct stat status;
  return !lstat(file.c_str(), &status) && S_ISREG(status.st_mode) && status.st_uid == geteuid() &&
         status.st_nlink == 1 && !unlink(file.c_str());
}

static int createBeside(const std::string &fresh, mode_t mode) {
  constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  int descriptor = ::open(fresh.c_str(), flags, mode);
  if (descriptor < 0 && errno == EEXIST && removeLeftover(fresh))
    descriptor = ::open(fresh.c_str(), flags, mode);
  return descriptor;
}

// Gives the file the owner and the mode of `like`. The owner first: a change of owner clears the set-id bits
// of the mode.
static int copyOwnerAndMode(int descriptor, const struct stat &like) {
  struct stat now;
  if (fstat(descriptor, &now))
    return errno;
  if ((now.st_uid != like.st_uid || now.st_gid != like.st_gid) &&
      fchown(descriptor, like.st_uid, like.st_gid))
    return errno;
  return fchmod(descriptor, like.st_mode & 07777) ? errno : 0;
}

llvm::Error writeWhole(const std::string &file, StringRef content) {
  takeLimitAsError();
  llvm::Expected<std::string> real = realFile(file);
  if (!real)
    return real.takeError();
  struct stat before;
  bool isNew = stat(real->c_str(), &before) != 0;
  if (isNew && errno != ENOENT)
    return asError(errno);
  if (!isNew && !S_ISREG(before.st_mode))
    return asError(notRegular);
  if (!isNew && access(real->c_str(), W_OK)) // rename() needs the folder's permission only
    return asError(errno);

  std::string fresh = *real + ".lambda-cc-new";
  // 0600 until it has the old file's mode. The umask decides for a new file.
  Descriptor out{createBeside(fresh, isNew ? 0666 : 0600)};
  if (out.number < 0 && errno == EEXIST)
    return asError(text("'{}' is in the way", {fresh}));
  if (out.number < 0)
    return asError(errno);
  llvm::sys::RemoveFileOnSignal(fresh);
  uint64_t written = 0;
  int error = writeAll(out.number, content, written);
  int notCopied = error || isNew ? 0 : copyOwnerAndMode(out.number, before);
  if (!error)
    error = notCopied;
  if (!error && fsync(out.number))
    error = errno;
  if (out.shut() && !error) // a network file system may report a full disk only now
    error = errno;
  if (!error && ::rename(fresh.c_str(), real->c_str()))
    error = errno;
  if (error)
    (void)unlink(fresh.c_str());
  llvm::sys::DontRemoveFileOnSignal(fresh);
  if (notCopied)
    return asError(
        text("its owner and mode can't be kept: {}", {std::generic_category().message(notCopied)}));
  if (error)
    return asError(error);
  // Flush the folder, too. Without that, a power cut may bring back the old file.
  Descriptor folder{::open(folderOf(*real).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (folder.number >= 0)
    (void)fsync(folder.number);
  return llvm::Error::success();
}

std::error_code removeWhole(const std::string &file) { return fs::remove(file); }

//===- Appending ------------------------------------------------------------===//

static bool endsWithNewline(const std::string &file, uint64_t size) {
  Descriptor in{size ? ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC) : -1};
  char last = '\n';
  if (in.number >= 0 && pread(in.number, &last, 1, static_cast<off_t>(size - 1)) != 1)
    last = '\n'; // it can be written but not read
  return last == '\n';
}

llvm::Expected<Appending> Appending::open(const std::string &file) {
  takeLimitAsError();
  // O_NONBLOCK: for a FIFO without a reader, open() fails instead of waiting.
  Descriptor out{::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK | O_CLOEXEC, 0666)};
  struct stat status;
  if (out.number < 0 && errno == ENXIO)
    return asError(notRegular);
  if (out.number < 0 || fstat(out.number, &status))
    return asError(errno);
  if (!S_ISREG(status.st_mode))
    return asError(notRegular);
  auto size = static_cast<uint64_t>(status.st_size);
  return Appending(std::exchange(out.number, -1), size, endsWithNewline(file, size));
}

llvm::Error Appending::append(StringRef lines) {
  std::string text = (ended ? "" : "\n") + lines.str();
  int error = writeAll(descriptor, text, written);
  if (!error && fsync(descriptor))
    error = errno;
  if (!error)
    return llvm::Error::success();
  undo();
  return asError(error);
}

void Appending::undo() {
  struct stat status;
  if (written && !fstat(descriptor, &status) &&
      static_cast<uint64_t>(status.st_size) == before + written) // no other process has appended since
    (void)!ftruncate(descriptor, static_cast<off_t>(before));
  written = 0;
}

Appending::~Appending() {
  if (descriptor >= 0)
    close(descriptor);
}

} // namespace lambdacc
