#include "RustSysroot.h"
#include "PathSearch.h"
#include "Run.h"

namespace lambdacc {

llvm::Expected<std::string> sysrootOfRust(llvm::ArrayRef<std::string> path) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  std::string rustc = findOnPath({path, *fs}, "rustc");
  if (rustc.empty())
    return "";
  llvm::Expected<std::string> sysroot = outputOf(rustc, {rustc, "--print", "sysroot"});
  if (!sysroot)
    return sysroot.takeError();
  return llvm::StringRef(*sysroot).trim().str();
}

} // namespace lambdacc
