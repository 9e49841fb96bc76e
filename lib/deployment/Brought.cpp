#include "Brought.h"
#include "Elf.h"
#include "Runtime.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

static constexpr StringRef roots[] = {"/var/task/", "/opt/"};

std::string placeOnLambda(Root root, StringRef path) {
  return (roots[static_cast<unsigned>(root)] + path).str();
}

void Brought::add(Root root, StringRef path, StringRef start, std::string name) {
  File file{placeOnLambda(root, path), std::move(name), 0, ""};
  if (llvm::Expected<uint16_t> machine = machineOfLibrary(start))
    file.machine = *machine;
  else
    file.what = toString(machine.takeError());
  byName[path::filename(path, path::Style::posix)].push_back(files.size());
  files.push_back(std::move(file));
}

// The paths that the loader tries. LD_LIBRARY_PATH has more folders, which are the runtime's.
static llvm::SmallVector<std::string> placesOf(const Wanted &wanted) {
  llvm::SmallVector<std::string> places;
  auto add = [&](StringRef folder) {
    llvm::SmallString<128> place(folder);
    path::append(place, path::Style::posix, wanted.soname);
    path::remove_dots(place, /*remove_dot_dot=*/true, path::Style::posix);
    places.push_back(std::string(place));
  };
  if (wanted.soname.contains('/')) { // looked up as it is; a function is started in /var/task
    add(wanted.soname.starts_with("/") ? "" : "/var/task");
    return places;
  }
  // auditwheel puts what a module of Python needs into $ORIGIN/../NAME.libs.
  for (StringRef folder : wanted.folders) {
    if (folder.consume_front("$ORIGIN") || folder.consume_front("${ORIGIN}"))
      add((path::parent_path(wanted.user, path::Style::posix) + folder).str());
    else if (folder.starts_with("/"))
      add(folder);
  }
  for (StringRef folder : {"/var/task", "/var/task/lib", "/opt/lib"})
    add(folder);
  return places;
}

bool Brought::has(const Wanted &wanted) const {
  if (assumed.contains(wanted.soname))
    return true;
  auto named = byName.find(path::filename(wanted.soname, path::Style::posix));
  if (named == byName.end())
    return false;
  llvm::SmallVector<std::string> places = placesOf(wanted);
  return llvm::any_of(named->second, [&](size_t i) {
    return files[i].machine == wanted.machine && llvm::is_contained(places, files[i].place);
  });
}

std::vector<std::string> Brought::whyNot(const Wanted &wanted) const {
  std::vector<std::string> lines;
  auto named = byName.find(path::filename(wanted.soname, path::Style::posix));
  if (named == byName.end())
    return lines;
  llvm::SmallVector<std::string> places = placesOf(wanted);
  constexpr size_t most = 4;
  for (size_t i : named->second) {
    const File &file = files[i];
    if (lines.size() == most)
      break;
    bool isTried = llvm::is_contained(places, file.place);
    if (!isTried && wanted.soname.contains('/')) // the path itself is wrong
      continue;
    if (!isTried)
      lines.push_back(text("'{}' is not where the loader looks: {}",
                           {file.name, StringRef(file.place).starts_with("/opt/")
                                           ? "in a layer that is lib/"
                                           : "in a function that is lib/, and the top"}));
    else if (!file.machine)
      lines.push_back(text("'{}' is {}", {file.name, file.what}));
    else if (file.machine != wanted.machine)
      lines.push_back(text("'{}' is for {}, not for {}",
                           {file.name, architectureName(file.machine), architectureName(wanted.machine)}));
  }
  return lines;
}

} // namespace lambdacc
