#include "Failure.h"
#include "PathSearch.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

// Each looks up the compiler whose name it is called by, which may be us. Debian has them as links in
// /usr/lib/ccache, /usr/lib/distcc and /usr/lib/icecc.
static constexpr StringRef allCaches[] = {"ccache", "sccache", "distcc", "icecc", "buildcache"};

bool isCache(StringRef real) { return llvm::is_contained(allCaches, path::filename(real)); }

llvm::Expected<Program> findCache(const Places &places, StringRef chosen) {
  constexpr StringRef caches[] = {"ccache", "sccache"};
  if (chosen.empty() || chosen == "off")
    return Program();
  bool isNamed = llvm::is_contained(caches, chosen);
  if (!isNamed && chosen != "auto")
    return fail(text("LAMBDA_CC_CACHE is '{}'", {chosen}),
                {"ccache and sccache keep what is compiled, auto takes the one that is installed, off none"});
  for (StringRef cache : caches)
    if (cache == chosen || !isNamed)
      if (std::string file = findOthersOnPath(places, cache); !file.empty())
        return inRole(file, cache);
  if (!isNamed)
    return Program();
  return nothingFound(
      places, text("no {} to compile through, as LAMBDA_CC_CACHE says", {chosen}), {{chosen}}, {},
      text("install it (apt-get install {}), or set LAMBDA_CC_CACHE to auto or off", {chosen}));
}

} // namespace lambdacc
