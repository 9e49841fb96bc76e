#include "Folders.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace lambdacc {

using Path = llvm::SmallString<128>;

// Without doubled slashes, dots and a slash at its end. Symbolic links are not looked at.
static Path plain(StringRef folder) {
  // A doubled slash at the start means a host's name to LLVM's path functions.
  while (folder.starts_with("//"))
    folder = folder.drop_front();
  Path path(folder);
  llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  return path;
}

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

static bool isBelow(StringRef folder, StringRef parent) {
  return folder.consume_front(parent) && (folder.empty() || folder.starts_with("/"));
}

Place placeOf(StringRef folder) {
  if (folder.empty()) // which the loader passes over
    return Place::System;
  if (isBelow(folder, "$ORIGIN") || isBelow(folder, "${ORIGIN}")) // where the program lies
    return Place::Callers;
  Path path = plain(folder);
  for (const Folder &row : onLambda)
    if (isBelow(path, row.path))
      return row.place;
  return Place::Nowhere;
}

} // namespace lambdacc
