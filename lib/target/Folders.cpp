#include "Folders.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"
#include <optional>

using llvm::StringRef;

namespace lambdacc {

std::string plainFolder(StringRef given, System host) {
  std::string slashes = withSlashes(given, host);
  StringRef folder = slashes;
  // libtool writes /usr/lib/../lib. LLVM's path functions read a doubled slash at the start as a host name.
  while (host != System::Windows && folder.starts_with("//"))
    folder = folder.drop_front();
  llvm::SmallString<128> path(folder);
  llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true, styleOf(host));
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
    // Homebrew links packages for the host here. Packages for a target stay in folders of their own.
    "/opt/homebrew/include", "/opt/homebrew/lib", "/opt/homebrew/share",
    "/home/linuxbrew/.linuxbrew/include", "/home/linuxbrew/.linuxbrew/lib", "/home/linuxbrew/.linuxbrew/share",
};

// Including all subfolders: the names contain the machine and glibc, or gcc.
static constexpr StringRef hostTrees[] = {
    "/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/usr/local/lib/x86_64-linux-gnu",
    "/lib/aarch64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/local/lib/aarch64-linux-gnu",
    "/usr/include/x86_64-linux-gnu", "/usr/local/include/x86_64-linux-gnu",
    "/usr/include/aarch64-linux-gnu", "/usr/local/include/aarch64-linux-gnu",
    "/usr/lib/gcc", "/usr/lib64/gcc", "/usr/local/lib/gcc", "/usr/local/lib64/gcc",
};
// clang-format on

// Folders of a Mac's or of Windows' own packages, with all subfolders.
// clang-format off
static constexpr StringRef macTrees[] = {
    "/opt/local/include", "/opt/local/lib", "/opt/local/libexec", "/opt/local/share", // MacPorts
    "/Library/Developer", "/Applications/Xcode.app", // Apple's SDKs
    "/sw/include", "/sw/lib", // Fink
};
static constexpr StringRef windowsTrees[] = { // below a drive
    "/msys64/usr", "/msys64/mingw64", "/msys64/ucrt64", "/msys64/clang64", "/msys64/clangarm64",
    "/program files (x86)/windows kits", "/program files/microsoft visual studio",
    "/program files (x86)/microsoft visual studio",
};
// Where Homebrew keeps each package in a folder of its own, which its pkg-config files name.
static constexpr StringRef homebrewPackages[] = {
    "/opt/homebrew/Cellar", "/opt/homebrew/opt", "/usr/local/Cellar", "/usr/local/opt",
};
// clang-format on

static bool isMacFolder(StringRef folder) {
  if (folder.contains("-linux-") || folder.contains("musl-cross")) // packages for a target
    return false;
  auto contains = [&](StringRef tree) { return isBelow(folder, tree); };
  return llvm::any_of(macTrees, contains) || llvm::any_of(homebrewPackages, contains);
}

// Windows ignores case.
static bool isWindowsFolder(StringRef folder) {
  std::string lower = folder.lower();
  StringRef name = llvm::sys::path::root_name(lower, llvm::sys::path::Style::windows_slash);
  StringRef inDrive = StringRef(lower).drop_front(name.size());
  return name.ends_with(":") &&
         llvm::any_of(windowsTrees, [&](StringRef tree) { return isBelow(inDrive, tree); });
}

// Distributions put headers of packages into /usr/include or, for example for PostgreSQL, into a subfolder.
// Headers for another machine or libc are in a subfolder with a triple, such as
// /usr/include/x86_64-linux-musl of Debian's musl.
static std::optional<StringRef> packageOf(StringRef folder) {
  if (!isBelow(folder, "/usr/include"))
    return std::nullopt;
  StringRef package = folder.drop_front(StringRef("/usr/include").size()).ltrim('/').split('/').first;
  if (package.contains("-linux-"))
    return std::nullopt;
  return package;
}

// The headers of Node are the same for each machine and libc, and an addon needs no library that belongs to
// them. Python's are not here: pyconfig.h is for one machine.
static constexpr StringRef hostlessPackages[] = {"node", "nodejs"};

static bool isPackageHeaders(StringRef folder) {
  std::optional<StringRef> package = packageOf(folder);
  return package && !llvm::is_contained(hostlessPackages, *package);
}

bool isHostPackage(StringRef folder) {
  std::string plain = plainFolder(folder, System::Linux);
  return isPackageHeaders(plain) && plain != "/usr/include";
}

bool isHostFolder(StringRef folder, System host) {
  std::string plain = plainFolder(folder, host);
  if ((host == System::Mac && isMacFolder(plain)) || (host == System::Windows && isWindowsFolder(plain)))
    return true;
  return llvm::is_contained(hostFolders, plain) || isPackageHeaders(plain) ||
         llvm::any_of(hostTrees, [&](StringRef tree) { return isBelow(plain, tree); });
}

bool isHostPkgConfig(StringRef folder) {
  std::string plain = plainFolder(folder);
  return llvm::sys::path::filename(plain) == "pkgconfig" && isHostFolder(llvm::sys::path::parent_path(plain));
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
    {"/var/task",    Place::Callers}, // the zip; also the working directory of a function
    {"/opt",         Place::Callers}, // layers
    {"/var/lang",    Place::Callers}, // the language of a managed runtime, or of an image based on one
    {"/var/runtime", Place::Callers}, // its runtime client
    {"/mnt",         Place::Callers}, // EFS: all mount paths begin with it
    {"/lib64",       Place::System},
    {"/lib",         Place::System},
    {"/usr/lib64",   Place::System},
    {"/usr/lib",     Place::System},
};
// clang-format on

Place placeOf(StringRef folder) {
  if (folder.empty()) // the loader ignores it
    return Place::System;
  if (isBelow(folder, "$ORIGIN") || isBelow(folder, "${ORIGIN}")) // the folder of the program
    return Place::Callers;
  std::string path = plainFolder(folder, System::Linux);
  for (const Folder &row : onLambda)
    if (isBelow(path, row.path))
      return row.place;
  return Place::Nowhere;
}

} // namespace lambdacc
