#include "Bundled.h"
#include "PackageCommand.h"
#include "PathSearch.h"
#include "Text.h"
#include "Zig.h"

using llvm::StringRef;

namespace lambdacc {

llvm::Expected<Program> findBinutil(const Places &places, StringRef name) {
  if (name != "llvm-strings") { // LLVM's driver build does not have it
    llvm::Expected<std::optional<Bundled>> bundled = findBundled(places);
    if (!bundled)
      return bundled.takeError();
    if (const std::optional<Bundled> &own = *bundled; own)
      return inRole(own->program, name);
  }
  if (std::string file = findNewest(places, name).file; !file.empty())
    return inRole(file, name);
  // zig contains these two of LLVM's tools, as `zig ar` and `zig ranlib`.
  if (name == "llvm-ar" || name == "llvm-ranlib")
    if (std::string zig = findZig(places); !zig.empty())
      return inRole(zig, name.substr(strlen("llvm-")));
  return nothingFound(places, text("no {} to run", {name}), {{name}, name}, {},
                      text("install it ({})", {packageCommand("llvm")}));
}

} // namespace lambdacc
