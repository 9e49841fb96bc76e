#include "Sysroot.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Object/Archive.h"
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

llvm::Expected<std::string> findSysroot(const Target &target, StringRef executable,
                                        llvm::vfs::FileSystem &fs) {
  SmallString<256> sysroot(path::parent_path(path::parent_path(executable)));
  path::append(sysroot, "share", "lambda-cc", "sysroots", target.triple);
  SmallString<256> libc(libcFolder(target, sysroot));
  path::append(libc, target.isGlibc() ? "libc.so.6" : "libc.a");
  if (fs.exists(libc))
    return std::string(sysroot);
  return fail(
      text("no sysroot for '{}'", {target.triple}),
      {text("looked for {} in {}", {StringRef(libc).drop_front(sysroot.size() + 1), sysroot}),
       "install the sysroot of this target: cmake --build <dir> --target sysroots, then cmake --install "
       "<dir>",
       text("a copy of {} finds its sysroots only in the bin folder of an installation", {executable})});
}

std::string libcFolder(const Target &target, StringRef sysroot) {
  SmallString<256> folder(sysroot);
  path::append(folder, "lib");
  if (target.isGlibc())
    path::append(folder, target.glibc.getAsString());
  return std::string(folder);
}

std::map<std::string, std::string> findStartObjects(llvm::ArrayRef<StringRef> inputs,
                                                    const Toolchain &toolchain, llvm::vfs::FileSystem &fs) {
  std::map<std::string, std::string> found;
  for (StringRef input : inputs) {
    if (!llvm::is_contained(startObjects, input) || fs.exists(input))
      continue;
    found[input.str()] = toolchain.startObject(input);
  }
  return found;
}

// The object that defines __libc_version holds "1.2.5", and no other string that begins with a number.
static llvm::VersionTuple versionIn(StringRef object) {
  for (size_t at = object.find("1."); at != StringRef::npos; at = object.find("1.", at + 1)) {
    StringRef text = object.substr(at).take_until([](char c) { return c == '\0'; });
    llvm::VersionTuple version;
    if (at > 0 && !llvm::isPrint(object[at - 1]) && !version.tryParse(text))
      return version;
  }
  return {};
}

// The version of the musl that `archive`, a libc.a, is of; 0 where it doesn't say.
static llvm::VersionTuple muslVersion(llvm::MemoryBufferRef archive) {
  llvm::Expected<std::unique_ptr<llvm::object::Archive>> members = llvm::object::Archive::create(archive);
  llvm::VersionTuple version;
  if (!members) {
    consumeError(members.takeError()); // what is wrong with an archive is the linker's to say
    return version;
  }
  llvm::Expected<std::optional<llvm::object::Archive::Child>> found = (*members)->findSym("__libc_version");
  if (!found) {
    consumeError(found.takeError());
    return version;
  }
  if (std::optional<llvm::object::Archive::Child> member = *found) {
    llvm::Expected<StringRef> contents = member->getBuffer();
    // LLVM 19 believes the size that the last member says of itself.
    if (contents && contents->end() <= archive.getBuffer().end())
      version = versionIn(*contents);
    consumeError(contents.takeError());
  }
  return version;
}

bool bringsRelr(llvm::ArrayRef<StringRef> inputs, llvm::vfs::FileSystem &fs) {
  for (StringRef input : inputs) {
    if (path::filename(input) != "rcrt1.o" || path::parent_path(input).empty())
      continue;
    SmallString<256> libc(path::parent_path(input));
    path::append(libc, "libc.a");
    auto archive = fs.getBufferForFile(libc, /*FileSize=*/-1, /*RequiresNullTerminator=*/false);
    return archive && muslVersion(**archive) >= llvm::VersionTuple(1, 2, 4);
  }
  return false;
}

} // namespace lambdacc
