#include "Sysroot.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

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

} // namespace lambdacc
