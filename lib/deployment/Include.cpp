#include "Include.h"
#include "Failure.h"
#include "System.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

static bool isBelowRoot(StringRef place) {
  llvm::SmallVector<StringRef> parts;
  place.split(parts, '/');
  return !place.contains('\\') &&
         llvm::none_of(parts, [](StringRef part) { return part.empty() || part == "." || part == ".."; });
}

llvm::Expected<Include> parseInclude(StringRef value) {
  auto [file, place] = value.rsplit('=');
  bool hasPlace = file.size() < value.size();
  std::string whole = withSlashes(file);
  StringRef name = path::filename(StringRef(whole).rtrim('/'), path::Style::posix);
  Include include{file.str(), place.str()};
  if (place.ends_with("/"))
    include.place += name;
  if (!isBelowRoot(hasPlace ? StringRef(include.place) : name))
    return failUsage(text("no place in the zip for '{}'", {value}),
                     {hasPlace
                          ? "after the last = is a path in it, as in libplugin.so=plugins/libplugin.so"
                          : "it has no name: name the files in it, or a path in the zip, as in ./=plugins"});
  return include;
}

} // namespace lambdacc
