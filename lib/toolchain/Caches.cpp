#include "Failure.h"
#include "PackageCommand.h"
#include "PathSearch.h"
#include "Switches.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;

namespace lambdacc {

// Called as `clang`, each of these runs the next clang on PATH, which may be lambda-cc. Debian has such links
// in /usr/lib/ccache, /usr/lib/distcc and /usr/lib/icecc.
static constexpr StringRef allCaches[] = {"ccache", "sccache", "distcc", "icecc", "buildcache"};

bool isCache(StringRef real) { return llvm::is_contained(allCaches, programName(real)); }

namespace {
struct Row {
  Cache cache;
  llvm::StringLiteral name;
  bool keepsObjects; ///< works with no other machine: `auto` can select it
};
} // namespace

static constexpr Row rows[] = {
    {Cache::Ccache, "ccache", true},
    {Cache::Sccache, "sccache", true},
    {Cache::Distcc, "distcc", false},
    {Cache::Icecc, "icecc", false},
};

llvm::Expected<Program> findCache(const Places &places, StringRef chosen) {
  llvm::Expected<Cache> wanted = parseCache(chosen);
  if (!wanted)
    return wanted.takeError();
  for (const Row &row : rows)
    if (*wanted == row.cache || (*wanted == Cache::Auto && row.keepsObjects))
      if (std::string file = findOtherOnPath(places, row.name); !file.empty())
        return inRole(file, row.name);
  if (*wanted == Cache::Off || *wanted == Cache::Auto)
    return Program();
  std::string package = packageCommand(chosen);
  return nothingFound(places, text("no {} to compile through, which LAMBDA_CC_CACHE selects", {chosen}),
                      {{chosen}}, {},
                      (package.empty() ? "" : text("install it ({}), or ", {package})) +
                          "set LAMBDA_CC_CACHE to auto or off");
}

} // namespace lambdacc
