#include "RegularFile.h"
#include "Text.h"
#include "WholeFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"
#include <io.h>
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

using llvm::StringRef;
namespace path = llvm::sys::path;
namespace fs = llvm::sys::fs;

namespace lambdacc {

//===- Locks ----------------------------------------------------------------===//

// The name of the folder's mutex. Two spellings of a folder give one name. The folder may not exist, the one
// above does.
static std::wstring mutexOf(const std::string &folder) {
  llvm::SmallString<256> whole(folder);
  (void)fs::make_absolute(whole);
  path::remove_dots(whole, /*remove_dot_dot=*/true);
  if (llvm::SmallString<256> above; !fs::real_path(path::parent_path(whole), above)) {
    path::append(above, path::filename(whole));
    whole = above;
  }
  path::native(whole);
  std::string name = "Local\\lambda-cc-" + llvm::utohexstr(llvm::xxh3_64bits(StringRef(whole).lower()));
  return {name.begin(), name.end()};
}

// A folder can't be locked on Windows. The mutex is the user's session's.
llvm::Expected<FolderLock> FolderLock::take(const std::string &folder) {
  constexpr DWORD patience = 30'000; // milliseconds
  HANDLE mutex = CreateMutexW(nullptr, FALSE, mutexOf(folder).c_str());
  if (mutex && WaitForSingleObject(mutex, patience) == WAIT_TIMEOUT) {
    (void)CloseHandle(mutex);
    return asError(lockedTooLong);
  }
  FolderLock lock(mutex ? reinterpret_cast<std::intptr_t>(mutex) : noLock, /*made=*/false);
  std::error_code error = fs::create_directory(folder, /*IgnoreExisting=*/false);
  lock.made = !error;
  if (!error || (error == std::errc::file_exists && fs::is_directory(folder)))
    return lock;
  return llvm::errorCodeToError(error);
}

FolderLock::~FolderLock() {
  if (lock == noLock)
    return;
  (void)ReleaseMutex(reinterpret_cast<HANDLE>(lock));
  (void)CloseHandle(reinterpret_cast<HANDLE>(lock));
}

//===- Writing --------------------------------------------------------------===//

// Writes and flushes to the disk.
static std::error_code writeAll(int descriptor, StringRef content) {
  llvm::raw_fd_ostream out(descriptor, /*shouldClose=*/false);
  out << content;
  out.flush();
  std::error_code error = out.error();
  out.clear_error();
  if (!error && _commit(descriptor))
    error = std::make_error_code(std::errc::io_error);
  return error;
}

// Makes or replaces `file`. Removes it after an error.
static std::error_code write(const std::string &file, StringRef content, fs::CreationDisposition how) {
  int descriptor = -1;
  if (std::error_code error = fs::openFileForWrite(file, descriptor, how))
    return error;
  std::error_code error = writeAll(descriptor, content);
  closeFile(descriptor);
  if (error)
    (void)fs::remove(file);
  return error;
}

std::error_code writeNew(const std::string &file, StringRef content, unsigned mode) {
  return write(file, content, fs::CD_CreateNew);
}

llvm::Error writeWhole(const std::string &file, StringRef content) {
  llvm::Expected<std::string> real = realFile(file);
  if (!real)
    return real.takeError();
  fs::file_status before;
  bool isNew = static_cast<bool>(fs::status(*real, before));
  if (!isNew && !fs::is_regular_file(before))
    return asError(notRegular);
  if (!isNew)
    if (std::error_code error = fs::access(*real, fs::AccessMode::Write))
      return llvm::errorCodeToError(error);
  std::string fresh = *real + ".lambda-cc-new";
  if (fs::exists(fresh) && !fs::is_regular_file(fresh))
    return asError(text("'{}' is in the way", {fresh}));
  llvm::sys::RemoveFileOnSignal(fresh);
  std::error_code error = write(fresh, content, fs::CD_CreateAlways);
  if (!error)
    error = fs::rename(fresh, *real); // LLVM repeats it while a virus scanner has the file open
  if (error)
    (void)fs::remove(fresh);
  llvm::sys::DontRemoveFileOnSignal(fresh);
  return llvm::errorCodeToError(error);
}

std::error_code removeWhole(const std::string &file) {
  if (std::error_code error = fs::remove(file))
    return error;
  constexpr unsigned tries = 100, pause = 10; // milliseconds
  for (unsigned i = 0; i < tries; ++i) {
    if (fs::access(file, fs::AccessMode::Exist) == std::errc::no_such_file_or_directory)
      break;
    Sleep(pause);
  }
  return {};
}

//===- Appending ------------------------------------------------------------===//

static bool endsWithNewline(const std::string &file, uint64_t size) {
  llvm::ErrorOr<int> in = size ? openRegular(file) : std::error_code();
  char last = '\n';
  if (size && in) {
    llvm::Expected<size_t> got =
        fs::readNativeFileSlice(fs::convertFDToNativeFile(*in), {&last, 1}, size - 1);
    consumeError(got.takeError());
    closeFile(*in);
  }
  return last == '\n';
}

llvm::Expected<Appending> Appending::open(const std::string &file) {
  fs::file_status status;
  if (!fs::status(file, status) && !fs::is_regular_file(status))
    return asError(notRegular);
  int descriptor = -1;
  if (std::error_code error = fs::openFileForWrite(file, descriptor, fs::CD_OpenAlways, fs::OF_Append))
    return llvm::errorCodeToError(error);
  uint64_t size = fs::status(descriptor, status) ? 0 : status.getSize();
  return Appending(descriptor, size, endsWithNewline(file, size));
}

llvm::Error Appending::append(StringRef lines) {
  std::string text = (ended ? "" : "\n") + lines.str();
  std::error_code error = writeAll(descriptor, text);
  fs::file_status status;
  if (!fs::status(descriptor, status) && status.getSize() >= before)
    written = status.getSize() - before;
  if (!error)
    return llvm::Error::success();
  undo();
  return llvm::errorCodeToError(error);
}

void Appending::undo() {
  fs::file_status status;
  if (written && !fs::status(descriptor, status) &&
      status.getSize() == before + written) // no other process has appended since
    (void)fs::resize_file(descriptor, before);
  written = 0;
}

Appending::~Appending() {
  if (descriptor >= 0)
    closeFile(descriptor);
}

} // namespace lambdacc
