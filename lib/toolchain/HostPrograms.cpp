#include "PackageCommand.h"
#include "PathSearch.h"
#include "System.h"
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
    if (SmallString<256> file = programIn(folder, name, places);
        isProgram(file, places.fs) && isLambdaCc(realPath(file, places.fs), places))
      return true;
  return false;
}

llvm::Expected<HostCc> findHostCc(const Places &places, StringRef name, StringRef package) {
  HostCc host;
  std::vector<std::string> others;
  std::vector<std::string> wrappers;
  std::vector<std::string> tried = splitFolders(places.tried);
  for (const std::string &folder : places.path) {
    SmallString<256> file = programIn(folder, name, places);
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
  host.path = joinFolders(others);
  if (host.program.found())
    return host;
  std::string other = text("a {} that is not {}", {name, places.executable});
  llvm::append_range(wrappers, whyNoneExecuted(places, name));
  return nothingFound(
      places, text("no {} for the host", {name}), {{other}}, wrappers,
      text("install one ({}), or remove the drop-in folder from PATH", {packageCommand(package)}));
}

llvm::Expected<Program> findPkgConfig(const Places &places) {
  for (StringRef name : {"pkg-config", "pkgconf"})
    if (std::string file = findOtherOnPath(places, name); !file.empty())
      return inRole(file, name);
  return nothingFound(places, "no pkg-config to run", {{"pkg-config", "pkgconf"}}, {},
                      text("install it ({})", {packageCommand("pkgconf")}));
}

// The number of folders of PATH up to and including that of our own cargo, or 0.
static size_t foldersUpToOurs(const Places &places, StringRef called) {
  if (isPath(called))
    for (const auto &[i, folder] : llvm::enumerate(places.path))
      if (StringRef(withSlashes(folder, places.host)).rtrim('/') ==
          llvm::sys::path::parent_path(withSlashes(called, places.host)))
        return i + 1;
  for (const auto &[i, folder] : llvm::enumerate(places.path))
    if (SmallString<256> file = programIn(folder, "cargo", places);
        isProgram(file, places.fs) && isLambdaCc(realPath(file, places.fs), places))
      return i + 1;
  return 0;
}

// A wrapper that comes before us on PATH has run us: the next is behind us. One behind us may look up cargo
// on PATH and so run us again: then the next is the one behind the wrapper.
llvm::Expected<NextCargo> findNextCargo(const Places &places, StringRef called) {
  std::vector<std::string> others;
  auto look = [&](llvm::ArrayRef<std::string> folders) {
    for (const std::string &folder : folders)
      if (SmallString<256> file = programIn(folder, "cargo", places);
          isProgram(file, places.fs) && !isLambdaCc(realPath(file, places.fs), places))
        others.emplace_back(file);
  };
  size_t before = foldersUpToOurs(places, called);
  look(places.path.drop_front(before));
  if (others.empty())
    look(places.path.take_front(before));
  if (others.empty())
    return nothingFound(places, "no cargo to run", {{text("a cargo that is not {}", {places.executable})}},
                        whyNoneExecuted(places, "cargo"),
                        "install Rust (https://rustup.rs), or put the folder of its cargo on PATH");
  std::vector<std::string> tried = splitFolders(places.tried);
  for (std::string &other : others)
    if (!llvm::is_contained(tried, other))
      return NextCargo{std::move(other)};
  return NextCargo{std::move(others.front()), /*isRepeated=*/true};
}

Program findEmulator(const Places &places, StringRef machine) {
  for (StringRef suffix : {"-static", ""})
    if (std::string file = findOnPath(places, ("qemu-" + machine + suffix).str()); !file.empty())
      return {std::move(file)};
  return {};
}

} // namespace lambdacc
