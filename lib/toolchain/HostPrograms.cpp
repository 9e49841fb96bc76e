#include "PathSearch.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::SmallString;
using llvm::StringRef;

namespace lambdacc {

// Whether `folder` has lambda-cc under a name that the host's compiler looks up on PATH: a clang that is
// passed --target= runs <triple>-ld.
static bool holdsLambdaCc(StringRef folder, const Places &places) {
  for (StringRef name : {"cc", "x86_64-unknown-linux-gnu-ld", "aarch64-unknown-linux-gnu-ld"})
    if (SmallString<256> file = joinPath(folder, {name});
        isProgram(file, places.fs) && isLambdaCc(realPath(file, places.fs), places))
      return true;
  return false;
}

llvm::Expected<HostCc> findHostCc(const Places &places, StringRef name, StringRef package) {
  HostCc host;
  std::vector<std::string> others;
  std::vector<std::string> wrappers;
  llvm::SmallVector<StringRef> tried;
  places.tried.split(tried, ':', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  for (const std::string &folder : places.path) {
    SmallString<256> file = joinPath(folder, {name});
    bool isCc = isProgram(file, places.fs);
    if (isCc && llvm::is_contained(tried, file)) {
      wrappers.push_back(text("{} runs {}", {file, places.executable}));
      continue;
    }
    if (isCc && isLambdaCc(realPath(file, places.fs), places))
      continue;
    if (!holdsLambdaCc(folder, places))
      others.push_back(folder);
    if (isCc && !host.program.found())
      host.program = inRole(std::string(file), name);
  }
  host.path = llvm::join(others, ":");
  if (host.program.found())
    return host;
  std::string other = text("a {} that is not {}", {name, places.executable});
  llvm::append_range(wrappers, whyNoneExecuted(places, name));
  return nothingFound(
      places, text("no {} for the host", {name}), {{other}}, wrappers,
      text("install one (apt-get install {}), or remove the drop-in folder from PATH", {package}));
}

llvm::Expected<Program> findPkgConfig(const Places &places) {
  for (StringRef name : {"pkg-config", "pkgconf"})
    if (std::string file = findOtherOnPath(places, name); !file.empty())
      return inRole(file, name);
  return nothingFound(places, "no pkg-config to run", {{"pkg-config", "pkgconf"}}, {},
                      "install it (apt-get install pkgconf)");
}

} // namespace lambdacc
