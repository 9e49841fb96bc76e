#include "Brought.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

// LD_LIBRARY_PATH has the top of a function, and lib/ of functions and layers.
void Brought::add(StringRef path) {
  paths.insert(path);
  StringRef name = path;
  name.consume_front("lib/");
  if (!name.contains('/'))
    names.insert(name);
}

bool Brought::has(StringRef soname, StringRef user, llvm::ArrayRef<std::string> folders) const {
  if (names.contains(soname) || paths.contains(soname)) // a program in /var/task can name a path
    return true;
  // auditwheel puts what a module of Python needs into $ORIGIN/../NAME.libs.
  return llvm::any_of(folders, [&](StringRef folder) {
    if (!folder.consume_front("$ORIGIN") && !folder.consume_front("${ORIGIN}"))
      return false;
    llvm::SmallString<128> place(path::parent_path(user, path::Style::posix));
    place += folder;
    path::append(place, path::Style::posix, soname);
    path::remove_dots(place, /*remove_dot_dot=*/true, path::Style::posix);
    return paths.contains(place.str().ltrim('/'));
  });
}

} // namespace lambdacc
