#include "Packages.h"
#include "OwnLibraries.h"
#include "PathSearch.h"
#include "RegularFile.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace lambdacc {

std::string ownArchive(StringRef name) {
  return text("{}/lib/lib{}.a", {findOwnLibrary(name)->folder, name});
}

bool hasOwnArchive(StringRef libraries, StringRef name, llvm::vfs::FileSystem &fs) {
  return fs.exists(joinPath(libraries, {ownArchive(name)}));
}

std::string findPackage(llvm::ArrayRef<std::string> folders, StringRef package, llvm::vfs::FileSystem &fs) {
  for (const std::string &folder : folders)
    if (llvm::SmallString<256> file = joinPath(folder, {(package + ".pc").str()}); fs.exists(file))
      return std::string(file);
  return "";
}

std::string versionOfPackage(StringRef file) {
  std::string content = readSmallFile(file);
  for (StringRef line : llvm::split(content, '\n'))
    if (line.consume_front("Version:"))
      return line.trim().str();
  return "";
}

std::string macroIn(StringRef file, StringRef macro) {
  std::string content = readSmallFile(file);
  for (StringRef line : llvm::split(content, '\n'))
    if (line.consume_front("#define") && line.ltrim().starts_with(macro)) {
      StringRef value = line.ltrim().drop_front(macro.size());
      if (value.starts_with(" ") || value.starts_with("\t"))
        return value.trim().trim('"').str();
    }
  return "";
}

} // namespace lambdacc
