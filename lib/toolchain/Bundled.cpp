#include "Bundled.h"
#include "Failure.h"
#include "PathSearch.h"
#include "Sysroot.h"
#include "System.h"
#include "Text.h"
#include "llvm/Support/Path.h"

using llvm::SmallString;
using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

StringRef sysrootsDigest() { return LAMBDA_CC_SYSROOTS_DIGEST; }

bool isLlvmDriver(StringRef file) { return programName(file) == "llvm"; }

// The value of a line of made-of, or "".
static StringRef valueOf(StringRef key, const SysrootRecord &record) {
  for (StringRef line : record.sources)
    if (line.consume_front(key) && line.consume_front(" "))
      return line;
  return "";
}

// An archive that was not unpacked to its end, or a file that was removed since.
static llvm::Error incomplete(StringRef why) {
  return fail("the LLVM of this lambda-cc is incomplete", {why.str(), cureForSysroot.str()});
}

// For a part that can't be used.
static llvm::Error cannotUse(StringRef file, llvm::vfs::FileSystem &fs) {
  llvm::ErrorOr<llvm::vfs::Status> status = fs.status(file);
  std::error_code error = status.getError();
  if (status && !status->isRegularFile())
    return incomplete(text("{} is not a regular file", {file}));
  if (status)
    error = fs.getBufferForFile(file).getError();
  if (!error)
    return incomplete(text("{} is damaged", {file}));
  if (error == std::errc::permission_denied)
    return fail("the LLVM of this lambda-cc can't be read", {text("{}: {}", {file, error.message()})});
  return incomplete(error == std::errc::no_such_file_or_directory
                        ? text("{} does not exist", {file})
                        : text("{} can't be read: {}", {file, error.message()}));
}

static SmallString<256> folderOf(const Places &places) {
  return joinPath(path::parent_path(path::parent_path(places.executable)), {"libexec", "lambda-cc", "llvm"});
}

bool isBundled(StringRef program, const Places &places) {
  if (program.empty() || places.executable.empty())
    return false;
  SmallString<256> real = realPath(fileOf(places, program), places.fs);
  return path::parent_path(real) == realPath(joinPath(folderOf(places), {"bin"}), places.fs);
}

llvm::Expected<std::optional<Bundled>> findBundled(const Places &places) {
  if (places.executable.empty())
    return std::nullopt;
  SmallString<256> folder = folderOf(places);
  if (std::error_code error = places.fs.status(folder).getError()) {
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
      return std::nullopt;
    return cannotUse(folder, places.fs); // PATH's clang would be another one
  }

  SmallString<256> madeOf = joinPath(folder, {"made-of"});
  std::optional<SysrootRecord> record = recordOf(folder, places.fs);
  if (!record)
    return cannotUse(madeOf, places.fs);
  Bundled found{std::string(folder), std::string(programIn(joinPath(folder, {"bin"}), "llvm", places)),
                valueOf("llvm", *record).str()};
  if (StringRef version = found.version; version.consumeInteger(10, found.major))
    return incomplete(text("{} has no line 'llvm'", {madeOf}));
  if (record->scripts.empty())
    return incomplete(text("{} has no line 'sysroots'", {madeOf}));
  if (!record->files)
    return incomplete(text("{} has no line 'files'", {madeOf}));
  if (!isProgram(found.program, places.fs)) {
    std::vector<std::string> why = whyNoneExecuted(places, found.program);
    return why.empty() ? cannotUse(found.program, places.fs) : incomplete(why.front());
  }
  uint64_t bytes = 0;
  if (valueOf("bytes", *record).getAsInteger(10, bytes))
    return incomplete(text("{} has no line 'bytes'", {madeOf}));
  llvm::ErrorOr<llvm::vfs::Status> status = places.fs.status(found.program);
  if (status && status->getSize() != bytes)
    return incomplete(text("{} has {} of {} bytes",
                           {found.program, std::to_string(status->getSize()), std::to_string(bytes)}));
  SmallString<256> header =
      joinPath(folder, {"lib", "clang", std::to_string(found.major), "include", "stddef.h"});
  if (!places.fs.exists(header))
    return cannotUse(header, places.fs);
  if (record->scripts != sysrootsDigest())
    return fail("the LLVM of this lambda-cc was made for another lambda-cc",
                {text("{} goes with the sysroots {}, and this lambda-cc with {}",
                      {madeOf, record->scripts, sysrootsDigest()}),
                 cureForSysroot.str()});
  return found;
}

Program clangForCache(const Program &clang, StringRef resourceDir, llvm::vfs::FileSystem &fs) {
  SmallString<256> named =
      joinPath(path::parent_path(clang.path), {("clang-" + path::filename(resourceDir)).str()});
  return isProgram(named, fs) ? Program{std::string(named)} : clang;
}

} // namespace lambdacc
