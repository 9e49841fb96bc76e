#include "Providers.h"
#include "Failure.h"
#include "Text.h"
#include "Whose.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::ArrayRef;
using llvm::SmallString;
using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

// The versions of LLVM whose names are looked for, newest first. One comes every half year, so this is good
// until 2030.
constexpr unsigned newestNamed = 30;

static SmallString<256> under(StringRef folder, std::initializer_list<StringRef> names) {
  SmallString<256> out(folder);
  for (StringRef name : names)
    path::append(out, name);
  return out;
}

static bool isProgram(StringRef file, llvm::vfs::FileSystem &fs) {
  llvm::ErrorOr<llvm::vfs::Status> status = fs.status(file);
  return status && status->isRegularFile() && (status->getPermissions() & llvm::sys::fs::all_exe);
}

static SmallString<256> realPath(StringRef file, llvm::vfs::FileSystem &fs) {
  SmallString<256> real;
  return fs.getRealPath(file, real) ? SmallString<256>(file) : real;
}

// The paths of what lies in `folder`; none where it can't be read.
static std::vector<std::string> entries(const SmallString<256> &folder, llvm::vfs::FileSystem &fs) {
  std::vector<std::string> paths;
  std::error_code error;
  for (llvm::vfs::directory_iterator it = fs.dir_begin(folder, error), end; !error && it != end;
       it.increment(error))
    paths.push_back(it->path().str());
  return paths;
}

// The first executable of that plain name, or "".
static std::string findOnPath(
    const Places &places, StringRef name,
    llvm::function_ref<bool(StringRef)> suits = [](StringRef) { return true; }) {
  for (const std::string &folder : places.path) {
    SmallString<256> file = under(folder, {name});
    if (isProgram(file, places.fs) && suits(file))
      return std::string(file);
  }
  return "";
}

// The folders of PATH that are there, each once: /bin is /usr/bin on most systems, and a dozen names are
// looked for in each.
static std::vector<std::string> distinctFolders(const Places &places) {
  std::vector<std::string> folders;
  llvm::SmallVector<llvm::sys::fs::UniqueID, 16> seen;
  for (const std::string &folder : places.path)
    if (llvm::ErrorOr<llvm::vfs::Status> status = places.fs.status(folder);
        status && !llvm::is_contained(seen, status->getUniqueID())) {
      seen.push_back(status->getUniqueID());
      folders.push_back(folder);
    }
  return folders;
}

// The first clang of PATH that is none of the drop-in folders', of this installation or another: two of them
// would run each other without an end.
static std::string findPlainClang(const Places &places) {
  return findOnPath(places, "clang", [&](StringRef file) {
    SmallString<256> real = realPath(file, places.fs);
    return real != places.executable && path::filename(real) != "lambda-cc" && !isScript(real, places.fs);
  });
}

// The major version of the LLVM that `file` lies in, as its path or that of what it links to says; 0 where
// none does: /usr/bin/ld.lld-19 is /usr/lib/llvm-19/bin/lld, and /opt/homebrew has llvm@19.
static unsigned llvmOfPath(StringRef file, llvm::vfs::FileSystem &fs) {
  SmallString<256> real = realPath(file, fs);
  for (StringRef spelling : {StringRef(real), file})
    for (StringRef part : llvm::make_range(path::begin(spelling), path::end(spelling))) {
      unsigned major = 0;
      bool isLlvms = part.consume_front("llvm") || part.consume_front("ld.lld");
      if (isLlvms && !part.ltrim("-@").split('.').first.getAsInteger(10, major))
        return major;
    }
  return 0;
}

// The newest `name`-N of PATH that works and is newer than LLVM `major`, or "".
static std::string findNumbered(const Places &places, StringRef name, unsigned major) {
  std::vector<std::string> folders = distinctFolders(places);
  for (unsigned n = newestNamed; n >= oldestClang && n > major; --n)
    if (std::string file = findOnPath({folders, places.fs}, (name + "-" + llvm::Twine(n)).str());
        !file.empty())
      return file;
  return "";
}

// The newest of `name` and `name`-N. A plain one whose version can't be told is somebody's choice, and is
// taken.
static std::string findNewest(const Places &places, StringRef name) {
  std::string plain = findOnPath(places, name);
  unsigned plainMajor = plain.empty() ? 0 : llvmOfPath(plain, places.fs);
  if (!plain.empty() && !plainMajor)
    return plain;
  std::string named = findNumbered(places, name, plainMajor);
  return named.empty() ? plain : named;
}

//===- zig ------------------------------------------------------------------===//

// The zig of PATH, or the one that pip put beside the python of PATH, which is no program of PATH itself.
static std::string findZig(const Places &places) {
  if (std::string zig = findOnPath(places, "zig"); !zig.empty())
    return zig;
  for (const std::string &folder : places.path) {
    for (const std::string &python : entries(under(path::parent_path(folder), {"lib"}), places.fs)) {
      if (!path::filename(python).starts_with("python3"))
        continue;
      for (StringRef packages : {"site-packages", "dist-packages"}) // Debian's pip has a name of its own
        if (SmallString<256> file = under(python, {packages, "ziglang", "zig"}); isProgram(file, places.fs))
          return std::string(file);
    }
  }
  return "";
}

static bool isZig(StringRef file) { return path::stem(file) == "zig"; }

// `file` in the role of an LLVM tool: with what must stand before its arguments.
static Program inRole(std::string file, StringRef role) {
  Program program{std::move(file)};
  StringRef name = path::filename(program.path);
  if (isZig(program.path))
    program.prefix = {role.str()};
  else if (role == "ld.lld" && (name == "rust-lld" || name == "lld"))
    program.prefix = {"-flavor", "gnu"}; // it is four linkers, told apart by that or by its name
  return program;
}

// Run by ourselves, we would look for the program again, without an end.
static bool isOurs(StringRef file, const Places &places) {
  return realPath(file, places.fs) == places.executable;
}

static llvm::Error namesOurs(StringRef variable, StringRef name) {
  return fail(text("{} names '{}', which is lambda-cc itself", {variable, name}),
              {"it is to name the program that lambda-cc runs"});
}

// The program that a variable of the user's names.
static llvm::Expected<Program> chosenProgram(const Places &places, StringRef variable, StringRef chosen,
                                             StringRef role) {
  std::string file = chosen.contains('/') ? chosen.str() : findOnPath(places, chosen);
  if (!file.empty() && isOurs(file, places))
    return namesOurs(variable, chosen);
  if (!file.empty() && isProgram(file, places.fs))
    return inRole(file, role);
  return fail(text("{} names '{}', and there is no such program", {variable, chosen}),
              {text("set it to a {}, or unset it to let one be found", {role})});
}

static llvm::Error nothingFound(const Places &places, StringRef what, ArrayRef<std::string> names,
                                std::vector<std::string> more, StringRef install) {
  std::vector<std::string> evidence = {
      text("looked for {} in PATH: {}", {inWords(names), llvm::join(places.path, ":")})};
  llvm::append_range(evidence, more);
  evidence.push_back(install.str());
  return fail(what.str(), std::move(evidence));
}

//===- clang ----------------------------------------------------------------===//

std::string findResourceDir(const Program &clang, llvm::vfs::FileSystem &fs) {
  SmallString<256> real = realPath(clang.path, fs);
  StringRef folder = path::parent_path(real);
  if (isZig(clang.path)) { // by its own name: it may be a link to a package manager's dispatcher
    SmallString<256> lib = under(folder, {"lib"});
    return fs.exists(under(lib, {"include", "stddef.h"})) ? std::string(lib) : "";
  }
  // <prefix>/lib/clang/19, or 16.0.6 as some distributions still name it; lib64 on others. Where several
  // clangs share a prefix (Arch, Fedora), the name of the program says which of them is its own; without that
  // only clang itself knows.
  unsigned wanted = 0;
  path::filename(real).rsplit('-').second.getAsInteger(10, wanted);
  for (StringRef lib : {"lib", "lib64"}) {
    std::string found;
    unsigned foundMajor = wanted;
    for (const std::string &versioned : entries(under(path::parent_path(folder), {lib, "clang"}), fs)) {
      unsigned major = 0;
      path::filename(versioned).split('.').first.getAsInteger(10, major);
      if (!major || (wanted && major != wanted) || !fs.exists(under(versioned, {"include", "stddef.h"})))
        continue;
      if (foundMajor && foundMajor != major)
        return "";
      foundMajor = major;
      found = versioned;
    }
    if (!found.empty())
      return found;
  }
  return "";
}

// The major version of a clang, or 0 where its path doesn't tell.
static unsigned majorVersion(const Program &clang, llvm::vfs::FileSystem &fs) {
  unsigned major = 0;
  path::filename(findResourceDir(clang, fs)).split('.').first.getAsInteger(10, major);
  return major;
}

llvm::Expected<Program> findClang(const Places &places, StringRef chosen) {
  if (!chosen.empty())
    return chosenProgram(places, "LAMBDA_CC_CLANG", chosen, "clang");

  // A plain clang whose version can't be told is a wrapper of somebody's; it is taken if there is no other.
  std::string plain = findPlainClang(places);
  unsigned plainMajor = plain.empty() ? 0 : majorVersion(inRole(plain, "clang"), places.fs);
  bool plainWorks = !plain.empty() && (plainMajor == 0 || plainMajor >= oldestClang);
  if (std::string named = findNumbered(places, "clang", plainWorks ? plainMajor : 0); !named.empty())
    return inRole(named, "clang");
  if (plainWorks)
    return inRole(plain, "clang");
  if (std::string zig = findZig(places); !zig.empty())
    return inRole(zig, "clang");

  std::vector<std::string> tooOld;
  if (!plain.empty())
    tooOld.push_back(text("{} is clang {}, and {} is the oldest that works",
                          {plain, std::to_string(plainMajor), std::to_string(oldestClang)}));
  return nothingFound(
      places, "no clang to compile with",
      {"clang", "clang-" + std::to_string(oldestClang) + " or newer", "zig"}, tooOld,
      "install one (apt-get install clang-19; pip install ziglang), or name one in LAMBDA_CC_CLANG");
}

//===- Caches ---------------------------------------------------------------===//

llvm::Expected<Program> findCache(const Places &places, StringRef chosen) {
  constexpr StringRef caches[] = {"ccache", "sccache"};
  if (chosen.empty() || chosen == "off")
    return Program();
  bool isNamed = llvm::is_contained(caches, chosen);
  if (!isNamed && chosen != "auto")
    return fail(text("LAMBDA_CC_CACHE is '{}'", {chosen}),
                {"ccache and sccache keep what is compiled, auto takes the one that is installed, off none"});
  for (StringRef cache : caches)
    if (cache == chosen || !isNamed)
      if (std::string file = findOnPath(places, cache); !file.empty())
        return inRole(file, cache);
  if (!isNamed)
    return Program();
  return nothingFound(
      places, text("no {} to compile through, as LAMBDA_CC_CACHE says", {chosen}), {chosen.str()}, {},
      text("install it (apt-get install {}), or set LAMBDA_CC_CACHE to auto or off", {chosen}));
}

//===- Linkers --------------------------------------------------------------===//

// rustup puts it beside the libraries of the host: lib/rustlib/<host>/bin/rust-lld.
static std::string findRustLld(const Places &places, ArrayRef<StringRef> rustLibraries) {
  for (StringRef rustlib : rustLibraries)
    for (const std::string &host : entries(SmallString<256>(rustlib), places.fs))
      if (SmallString<256> file = under(host, {"bin", "rust-lld"}); isProgram(file, places.fs))
        return std::string(file);
  return "";
}

// The major version of the LLVM of a rust-lld: rustup's Rust has libLLVM.so.22.1-rust-1.95.0-stable beside
// its lib/rustlib; a distribution's is a link to a linker of PATH. 0 where neither tells.
static unsigned llvmOfRustLld(StringRef file, llvm::vfs::FileSystem &fs) {
  if (unsigned major = llvmOfPath(file, fs))
    return major;
  constexpr unsigned belowLib = 4; // rustlib/<host>/bin/rust-lld
  SmallString<256> lib = realPath(file, fs);
  for (unsigned n = 0; n < belowLib; ++n)
    path::remove_filename(lib);
  for (const std::string &entry : entries(lib, fs)) {
    StringRef name = path::filename(entry);
    unsigned major = 0;
    if (name.consume_front("libLLVM") && name.contains("rust") &&
        !name.ltrim("-.so").consumeInteger(10, major))
      return major;
  }
  return 0;
}

llvm::Expected<Program> findLinker(const Places &places, StringRef chosen, ArrayRef<StringRef> rustLibraries,
                                   bool preferRust) {
  if (!chosen.empty())
    return chosenProgram(places, "LAMBDA_CC_LLD", chosen, "ld.lld");
  std::string rusts = findRustLld(places, rustLibraries);
  if (preferRust && !rusts.empty())
    return inRole(rusts, "ld.lld");
  if (std::string plain = findNewest(places, "ld.lld"); !plain.empty()) {
    unsigned major = rusts.empty() ? 0 : llvmOfPath(plain, places.fs);
    return inRole(major && llvmOfRustLld(rusts, places.fs) >= major ? rusts : plain, "ld.lld");
  }
  if (std::string zig = findZig(places); !zig.empty())
    return inRole(zig, "ld.lld");
  if (!rusts.empty())
    return inRole(rusts, "ld.lld");

  std::vector<std::string> more;
  for (StringRef rustlib : rustLibraries)
    more.push_back(text("looked for bin/rust-lld in each folder of {}", {rustlib}));
  return nothingFound(
      places, "no ld.lld to link with",
      {"ld.lld", "ld.lld-" + std::to_string(oldestClang) + " or newer", "zig"}, more,
      "install one (apt-get install lld-19; pip install ziglang), or name one in LAMBDA_CC_LLD");
}

LinkerKind kindOf(const Program &linker) {
  StringRef name = path::filename(linker.path);
  if (isZig(linker.path) || name.contains("lld"))
    return LinkerKind::Lld;
  if (name.contains("mold"))
    return LinkerKind::Mold;
  bool isGnus = name == "ld" || name.ends_with("-ld") || name.contains("ld.bfd") || name.contains("gold");
  return isGnus ? LinkerKind::Gnu : LinkerKind::Other;
}

unsigned llvmOf(const Program &linker, llvm::vfs::FileSystem &fs) {
  return isZig(linker.path) ? 0 : llvmOfPath(linker.path, fs);
}

llvm::Expected<Program> findNamedLinker(const Places &places, StringRef name) {
  std::string file = name.contains('/') ? name.str() : findOnPath(places, ("ld." + name).str());
  if (file.empty())
    file = findOnPath(places, name);
  if (!file.empty() && isOurs(file, places))
    return namesOurs("-fuse-ld", name);
  if (!file.empty() && isProgram(file, places.fs))
    return inRole(file, "ld.lld");
  if (name.contains('/'))
    return fail(text("no linker '{}'", {name}), {"it is no program; leave it out to link with ld.lld"});
  return fail(text("no linker '{}'", {name}),
              {text("looked for ld.{} and {} in PATH: {}", {name, name, llvm::join(places.path, ":")}),
               "install it, or leave it out to link with ld.lld"});
}

//===- Binutils -------------------------------------------------------------===//

llvm::Expected<Program> findBinutil(const Places &places, StringRef name) {
  if (std::string file = findNewest(places, name); !file.empty())
    return inRole(file, name);
  // zig has these two of LLVM's, under the names of GNU's.
  if (name == "llvm-ar" || name == "llvm-ranlib")
    if (std::string zig = findZig(places); !zig.empty())
      return inRole(zig, name.substr(strlen("llvm-")));
  return nothingFound(places, text("no {} to run", {name}),
                      {name.str(), name.str() + "-" + std::to_string(oldestClang) + " or newer"}, {},
                      "install it (apt-get install llvm-19)");
}

llvm::Expected<HostCc> findHostCc(const Places &places, StringRef name) {
  HostCc host;
  std::vector<std::string> others;
  std::vector<std::string> wrappers;
  llvm::SmallVector<StringRef> tried;
  places.tried.split(tried, ':', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  for (const std::string &folder : places.path) {
    SmallString<256> file = under(folder, {name});
    bool isCc = isProgram(file, places.fs);
    if (isCc && llvm::is_contained(tried, file)) {
      wrappers.push_back(text("{} runs {}", {file, places.executable}));
      continue;
    }
    if (isCc && isOurs(file, places))
      continue;
    others.push_back(folder);
    if (isCc && !host.program.found())
      host.program = inRole(std::string(file), name);
  }
  host.path = llvm::join(others, ":");
  if (host.program.found()) {
    tried.push_back(host.program.path);
    host.tried = llvm::join(tried, ":");
    return host;
  }
  return nothingFound(places, text("no {} for the host", {name}),
                      {text("a {} that is not {}", {name, places.executable})}, wrappers,
                      "install one (apt-get install gcc), or take the drop-in folder from PATH");
}

llvm::Expected<Program> findPkgConfig(const Places &places) {
  for (StringRef name : {"pkg-config", "pkgconf"})
    if (std::string file = findOnPath(places, name); !file.empty())
      return inRole(file, name);
  return nothingFound(places, "no pkg-config to run", {"pkg-config", "pkgconf"}, {},
                      "install it (apt-get install pkgconf)");
}

} // namespace lambdacc
