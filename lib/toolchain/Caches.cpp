#include "Failure.h"
#include "PackageCommand.h"
#include "PathSearch.h"
#include "Switches.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

// Called as `clang`, each of these runs the next clang on PATH, which may be lambda-cc. Debian has such links
// in /usr/lib/ccache, /usr/lib/distcc and /usr/lib/icecc.
static constexpr StringRef allCaches[] = {"ccache", "sccache", "distcc", "icecc", "buildcache"};

bool isCache(StringRef real) { return llvm::is_contained(allCaches, programName(real)); }

llvm::Expected<Program> findCache(const Places &places, StringRef chosen) {
  llvm::Expected<Cache> wanted = parseCache(chosen);
  if (!wanted)
    return wanted.takeError();
  for (auto [cache, name] : {std::pair(Cache::Ccache, "ccache"), {Cache::Sccache, "sccache"}})
    if (*wanted == cache || *wanted == Cache::Auto)
      if (std::string file = findOtherOnPath(places, name); !file.empty())
        return inRole(file, name);
  if (*wanted == Cache::Off || *wanted == Cache::Auto)
    return Program();
  return nothingFound(
      places, text("no {} to compile through, which LAMBDA_CC_CACHE selects", {chosen}), {{chosen}}, {},
      text("install it ({}), or set LAMBDA_CC_CACHE to auto or off", {packageCommand(chosen)}));
}

} // namespace lambdacc
