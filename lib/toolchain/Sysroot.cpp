#include "Sysroot.h"
#include "Archive.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VersionTuple.h"

using llvm::SmallString;
using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

static constexpr StringRef startObjects[] = {
    "crt1.o",     "Scrt1.o",     "rcrt1.o",     "crti.o",   "crtn.o",
    "crtbegin.o", "crtbeginS.o", "crtbeginT.o", "crtend.o", "crtendS.o",
};

// The folder of `target` in <prefix>/share/lambda-cc/`kind`.
static SmallString<256> sharedFolder(StringRef executable, StringRef kind, const Target &target) {
  SmallString<256> folder(path::parent_path(path::parent_path(executable)));
  path::append(folder, "share", "lambda-cc", kind, target.triple);
  return folder;
}

std::string librariesFolder(const Target &target, StringRef executable) {
  return std::string(sharedFolder(executable, "libraries", target));
}

// An error if permissions hide `file`, which is of our own installation. To install it again would not help.
static llvm::Error refuseForbidden(StringRef what, const Target &target, StringRef file,
                                   llvm::vfs::FileSystem &fs) {
  std::error_code error = fs.status(file).getError();
  if (error != std::errc::permission_denied)
    return llvm::Error::success();
  return fail(text("the {} for '{}' can't be read", {what, target.triple}),
              {text("{}: {}", {file, error.message()})});
}

llvm::Expected<std::string> findLibraries(const Target &target, StringRef executable,
                                          llvm::vfs::FileSystem &fs) {
  std::string folder = librariesFolder(target, executable);
  std::string inside = folder + "/."; // a folder that nobody may enter has a status, too
  if (fs.exists(inside))
    return folder;
  if (llvm::Error error = refuseForbidden("libraries", target, inside, fs))
    return std::move(error);
  return "";
}

// The file that shows that `sysroot` is installed.
static SmallString<256> libcOf(const Target &target, StringRef sysroot) {
  SmallString<256> libc(libcFolder(target, sysroot));
  path::append(libc, target.isGlibc() ? "libc.so.6" : "libc.a");
  return libc;
}

llvm::Expected<std::string> findInstalledSysroot(const Target &target, StringRef executable,
                                                 llvm::vfs::FileSystem &fs) {
  SmallString<256> sysroot = sharedFolder(executable, "sysroots", target);
  SmallString<256> libc = libcOf(target, sysroot);
  if (fs.exists(libc))
    return std::string(sysroot);
  if (llvm::Error error = refuseForbidden("sysroot", target, libc, fs))
    return std::move(error);
  return "";
}

llvm::Expected<std::string> findSysroot(const Target &target, StringRef executable,
                                        llvm::vfs::FileSystem &fs) {
  llvm::Expected<std::string> found = findInstalledSysroot(target, executable, fs);
  if (!found || !found->empty())
    return found;
  SmallString<256> sysroot = sharedFolder(executable, "sysroots", target);
  SmallString<256> libc = libcOf(target, sysroot);
  return fail(
      text("no sysroot for '{}'", {target.triple}),
      {text("looked for {} in {}", {StringRef(libc).drop_front(sysroot.size() + 1), sysroot}),
       cureForSysroot.str(),
       text("a copy of {} finds its sysroots only in the bin folder of an installation", {executable})});
}

std::optional<SysrootRecord> recordOf(StringRef sysroot, llvm::vfs::FileSystem &fs) {
  SmallString<256> file(sysroot);
  path::append(file, "made-of");
  constexpr uint64_t mostBytes = 1 << 20; // a dozen lines
  llvm::ErrorOr<llvm::vfs::Status> status = fs.status(file);
  if (!status || !status->isRegularFile() || status->getSize() > mostBytes)
    return std::nullopt;
  auto content = fs.getBufferForFile(file);
  if (!content)
    return std::nullopt;
  SysrootRecord record;
  for (StringRef line : llvm::split((*content)->getBuffer(), '\n')) {
    auto [key, value] = line.split(' ');
    if (key == "scripts" || key == "sysroots")
      record.scripts = value;
    else if (key == "files")
      (void)value.getAsInteger(10, record.files);
    else if (!key.empty())
      record.sources.push_back(line.str());
  }
  return record;
}

std::string libcFolder(const Target &target, StringRef sysroot) {
  SmallString<256> folder(sysroot);
  path::append(folder, "lib");
  if (target.isGlibc())
    path::append(folder, target.glibc.getAsString());
  return std::string(folder);
}

StartObjects findStartObjects(llvm::ArrayRef<StringRef> inputs, const Toolchain &toolchain,
                              llvm::vfs::FileSystem &fs) {
  StartObjects found;
  for (StringRef input : inputs) {
    if (!llvm::is_contained(startObjects, input) || fs.exists(input))
      continue;
    found[input.str()] = toolchain.startObject(input);
  }
  return found;
}

// The object of musl's version.c contains "1.2.5", and no other string that begins with a number.
static llvm::VersionTuple versionIn(StringRef object) {
  for (size_t at = object.find("1."); at != StringRef::npos; at = object.find("1.", at + 1)) {
    StringRef text = object.substr(at).take_until([](char c) { return c == '\0'; });
    llvm::VersionTuple version;
    if (at > 0 && !llvm::isPrint(object[at - 1]) && !version.tryParse(text))
      return version;
  }
  return {};
}

// The musl version of `archive`, a libc.a; empty if it is not found.
static llvm::VersionTuple muslVersion(llvm::MemoryBufferRef archive) {
  llvm::VersionTuple version;
  visitMembers(archive, [&](StringRef name, StringRef contents) {
    bool isVersion = name == "version.lo" || name == "version.o";
    if (isVersion)
      version = versionIn(contents);
    return isVersion;
  });
  return version;
}

bool bringsRelr(llvm::ArrayRef<StringRef> inputs, llvm::vfs::FileSystem &fs) {
  for (StringRef input : inputs) {
    if (!input.ends_with("rcrt1.o") || path::filename(input) != "rcrt1.o" || path::parent_path(input).empty())
      continue;
    SmallString<256> libc(path::parent_path(input));
    path::append(libc, "libc.a");
    llvm::ErrorOr<llvm::vfs::Status> status = fs.status(libc);
    if (!status || !status->isRegularFile()) // reading a FIFO waits for its writer
      return false;
    auto archive = fs.getBufferForFile(libc, /*FileSize=*/-1, /*RequiresNullTerminator=*/false);
    return archive && muslVersion(**archive) >= llvm::VersionTuple(1, 2, 4);
  }
  return false;
}

} // namespace lambdacc
