#include "Folders.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace lambdacc {

std::string plainFolder(StringRef folder) {
  // libtool writes /usr/lib/../lib. A doubled slash at the start means a host's name to LLVM's path
  // functions.
  while (folder.starts_with("//"))
    folder = folder.drop_front();
  llvm::SmallString<128> path(folder);
  llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  return std::string(path);
}

static bool isBelow(StringRef folder, StringRef parent) {
  return folder.consume_front(parent) && (folder.empty() || folder.starts_with("/"));
}

//===- Here -----------------------------------------------------------------===//

// clang-format off
static constexpr StringRef hostFolders[] = {
    "/lib", "/lib64", "/lib32", "/libx32",
    "/usr/lib", "/usr/lib64", "/usr/lib32", "/usr/libx32", "/usr/share",
    "/usr/local/include", "/usr/local/lib", "/usr/local/lib64", "/usr/local/share",
    // Homebrew's, where it links what is for the host; what is for a target stays in a folder of its own.
    "/opt/homebrew/include", "/opt/homebrew/lib", "/opt/homebrew/share",
    "/home/linuxbrew/.linuxbrew/include", "/home/linuxbrew/.linuxbrew/lib", "/home/linuxbrew/.linuxbrew/share",
};

// With all below them: their names say the machine and glibc, or gcc's own.
static constexpr StringRef hostTrees[] = {
    "/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/usr/local/lib/x86_64-linux-gnu",
    "/lib/aarch64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/local/lib/aarch64-linux-gnu",
    "/usr/include/x86_64-linux-gnu", "/usr/local/include/x86_64-linux-gnu",
    "/usr/include/aarch64-linux-gnu", "/usr/local/include/aarch64-linux-gnu",
    "/usr/lib/gcc", "/usr/lib64/gcc", "/usr/local/lib/gcc", "/usr/local/lib64/gcc",
};
// clang-format on

// A distribution has the headers of a package in /usr/include or, as PostgreSQL's, in a folder of that. Those
// for another machine or libc are in one with its triple: Debian's musl, /usr/include/x86_64-linux-musl.
static bool isPackageHeaders(StringRef folder) {
  if (!isBelow(folder, "/usr/include"))
    return false;
  StringRef package = folder.drop_front(StringRef("/usr/include").size()).ltrim('/').split('/').first;
  return !package.contains("-linux-");
}

bool isHostFolder(StringRef folder) {
  std::string plain = plainFolder(folder);
  return llvm::is_contained(hostFolders, plain) || isPackageHeaders(plain) ||
         llvm::any_of(hostTrees, [&](StringRef tree) { return isBelow(plain, tree); });
}

//===- On Lambda ------------------------------------------------------------===//

namespace {
struct Folder {
  llvm::StringLiteral path;
  Place place;
};
} // namespace

// clang-format off
static constexpr Folder onLambda[] = {
    {"/var/task",    Place::Callers}, // the zip, and the folder that a function starts in
    {"/opt",         Place::Callers}, // layers
    {"/var/lang",    Place::Callers}, // the language of a managed runtime, or of an image made of one
    {"/var/runtime", Place::Callers}, // its runtime client
    {"/mnt",         Place::Callers}, // EFS: each mount path begins so
    {"/lib64",       Place::System},
    {"/lib",         Place::System},
    {"/usr/lib64",   Place::System},
    {"/usr/lib",     Place::System},
};
// clang-format on

Place placeOf(StringRef folder) {
  if (folder.empty()) // which the loader passes over
    return Place::System;
  if (isBelow(folder, "$ORIGIN") || isBelow(folder, "${ORIGIN}")) // where the program lies
    return Place::Callers;
  std::string path = plainFolder(folder);
  for (const Folder &row : onLambda)
    if (isBelow(path, row.path))
      return row.place;
  return Place::Nowhere;
}

} // namespace lambdacc
