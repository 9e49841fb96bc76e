#include "OwnLibraries.h"
#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;

namespace lambdacc {

static constexpr OwnLibrary table[] = {
#include "OwnLibraries.inc"
};

llvm::ArrayRef<OwnLibrary> ownLibraries() { return table; }

const OwnLibrary *findOwnLibrary(StringRef name) {
  if (name.consume_front(":lib") && !name.consume_back(".a"))
    return nullptr;
  const OwnLibrary *found =
      llvm::find_if(table, [&](const OwnLibrary &library) { return library.name == name; });
  return found == std::end(table) ? nullptr : found;
}

std::vector<StringRef> ownLibraryFolders() {
  std::vector<StringRef> folders;
  for (const OwnLibrary &library : table)
    if (!llvm::is_contained(folders, library.folder))
      folders.push_back(library.folder);
  return folders;
}

} // namespace lambdacc
