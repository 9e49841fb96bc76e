#include "Failure.h"
#include "PathSearch.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;

namespace lambdacc {

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
      if (std::string file = findOnPath(places, cache); !file.empty())
        return inRole(file, cache);
  if (!isNamed)
    return Program();
  return nothingFound(
      places, text("no {} to compile through, as LAMBDA_CC_CACHE says", {chosen}), {{chosen}}, {},
      text("install it (apt-get install {}), or set LAMBDA_CC_CACHE to auto or off", {chosen}));
}

} // namespace lambdacc
