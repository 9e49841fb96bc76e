#include "Find.h"
#include "Bundled.h"
#include "Folders.h"
#include "OwnLibraries.h"
#include "PathSearch.h"
#include "Sysroot.h"
#include "System.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using llvm::SmallString;
using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

std::vector<StringRef> rustLibraries(llvm::ArrayRef<StringRef> inputs, System host) {
  constexpr StringRef mark = "/lib/rustlib";
  std::vector<StringRef> found;
  for (StringRef input : inputs) {
    if (!input.contains("rustlib")) // fast, for the hundreds of inputs of a link
      continue;
    size_t at = withSlashes(input, host).find("/lib/rustlib/");
    if (at == std::string::npos)
      continue;
    StringRef folder = input.take_front(at + mark.size());
    if (!llvm::is_contained(found, folder))
      found.push_back(folder);
  }
  return found;
}

// For the default linker, and for the names of lld and of GNU's linkers, ld.lld is used. A GNU linker is
// built for one machine, and the host's rarely links for the target. Another name, or a path, is the caller's
// choice.
static llvm::Expected<Program> linkerOf(const Needs &needs, const Settings &settings, const Places &places) {
  for (StringRef ours : {"", "lld", "ld.lld", "ld", "bfd", "gold"})
    if (needs.linkerName == ours)
      return findLinker(places, settings.lld, rustLibraries(needs.inputs), needs.rustBitcode);
  return findNamedLinker(places, needs.linkerName);
}

// The path of our own tool for `role`, beside the running program.
static std::string ownTool(const Target &target, StringRef role, const Settings &settings) {
  llvm::SmallString<256> file(path::parent_path(settings.executable));
  path::append(file, programFile(toolPrefix(target) + "-" + role.str()));
  return std::string(file);
}

// Whether -lunwind is a crate's libunwind.a, and not Rust's own. A linker takes the first folder that has the
// file. rustc passes its self-contained folder with -L, as it passes the folders of crates.
static bool bringsUnwinder(llvm::ArrayRef<StringRef> folders, llvm::vfs::FileSystem &fs) {
  for (StringRef folder : folders)
    if (fs.exists(folder + "/libunwind.a"))
      return rustLibraries({folder}).empty();
  return false;
}

// Whether `folder` is one of lambda-cc's `libraries`, by any links. pkg-config names them as a caller's, and
// a prefix may be called through a link.
static bool isBelow(StringRef folder, StringRef libraries, llvm::vfs::FileSystem &fs) {
  return StringRef(withSlashes(realPath(folder, fs))).starts_with(withSlashes(realPath(libraries, fs)) + "/");
}

// The libraries of `needs` that no folder has which the linker searches before ours: the caller's and the
// sysroot's. CMake links a file by its path, through a link to our prefix, too.
static std::vector<std::string> ownLibraries(const Needs &needs, StringRef sysrootLib, StringRef libraries,
                                             llvm::vfs::FileSystem &fs) {
  std::vector<StringRef> before = needs.folders;
  before.push_back(sysrootLib);
  std::vector<std::string> own;
  for (const Needs::NamedLibrary &library : needs.libraries) {
    StringRef name = library.name;
    std::string archive = name.consume_front(":") ? name.str() : ("lib" + name + ".a").str();
    std::string shared = library.mayBeShared ? ("lib" + name + ".so").str() : archive;
    bool isOfAnother = llvm::any_of(before, [&](StringRef folder) {
      return (fs.exists(folder + "/" + archive) || fs.exists(folder + "/" + shared)) &&
             !isBelow(folder, libraries, fs);
    });
    if (!isOfAnother)
      own.push_back(library.name.str());
  }
  for (StringRef input : needs.inputs)
    if (input.contains("lambda-cc") && StringRef(withSlashes(input)).contains("/share/lambda-cc/libraries/"))
      own.push_back((":" + path::filename(input)).str());
  // rustc copies the archive of `static=pq` into the rlib of pq-sys, and passes its folder without a -l.
  for (StringRef folder : needs.folders) {
    std::string plain = plainFolder(folder);
    for (const OwnLibrary &library : ownLibraries())
      if (StringRef(plain).ends_with(("/" + library.folder + "/lib").str()) &&
          isBelow(folder, libraries, fs) && !llvm::is_contained(own, library.name))
        own.push_back(library.name.str());
  }
  return own;
}

std::vector<std::string> Toolchain::libraryFolders() const {
  std::vector<std::string> folders;
  if (!libraries.empty())
    for (StringRef folder : ownLibraryFolders())
      folders.push_back(libraries + "/" + folder.str() + "/lib");
  return folders;
}

// The file of that name in the sysroot or among the compiler's headers, or "". "include" is a folder.
static std::string queriedFile(StringRef name, const Gcc &gcc, const Toolchain &toolchain,
                               llvm::vfs::FileSystem &fs) {
  if (name == "include")
    return gcc.include;
  std::vector<std::string> folders = {toolchain.libc, toolchain.lib};
  llvm::append_range(folders, toolchain.libraryFolders());
  for (const std::string &folder : folders)
    if (SmallString<256> file = joinPath(folder, {name}); fs.exists(file))
      return std::string(file);
  return "";
}

static llvm::Error findCompiler(Toolchain &found, const Target &target, const Needs &needs,
                                const Settings &settings, const Places &places) {
  llvm::Expected<std::optional<Gcc>> gcc = findGcc(places, target, settings.gcc);
  if (!gcc)
    return gcc.takeError();
  found.gcc = *gcc;
  if (found.gcc) {
    found.gccSpecs = std::string(joinPath(path::parent_path(path::parent_path(settings.executable)),
                                          {"share", "lambda-cc", "gcc.specs"}));
    for (StringRef name : needs.files)
      if (std::string file = queriedFile(name, *found.gcc, found, places.fs); !file.empty())
        found.files[name.str()] = file;
    return llvm::Error::success();
  }
  llvm::Expected<Program> clang = findClang(places, settings.clang);
  if (!clang)
    return clang.takeError();
  found.clang = *clang;
  found.loadsPlugins = !isLlvmDriver(clang->path);
  found.ownClang = !found.loadsPlugins && (settings.clang.empty() || isBundled(clang->path, places));
  found.resourceDir = findResourceDir(found.clang, places.fs);
  if (needs.version)
    found.clangMajor = clangMajor(found.clang.path, found.resourceDir, places.fs);
  return llvm::Error::success();
}

llvm::Expected<Toolchain> findToolchain(const Target &target, const Needs &needs, const Settings &settings,
                                        llvm::vfs::FileSystem &fs) {
  Toolchain found;
  Places places{settings.path, fs, settings.executable};

  llvm::Expected<std::string> sysroot = findSysroot(target, settings.executable, fs);
  if (!sysroot)
    return sysroot.takeError();
  found.sysroot = *sysroot;
  found.lib = *sysroot + "/lib";
  found.libc = libcFolder(target, *sysroot);
  found.bin = path::parent_path(settings.executable).str();
  if (needs.compiler || needs.linker || needs.libraryFolders) {
    llvm::Expected<std::string> libraries = findLibraries(target, settings.executable, fs);
    if (!libraries)
      return libraries.takeError();
    found.libraries = *libraries;
  }
  if (!found.libraries.empty())
    found.ownLibraries = ownLibraries(needs, found.lib, found.libraries, fs);

  if (needs.compiler)
    if (llvm::Error error = findCompiler(found, target, needs, settings, places))
      return std::move(error);
  if (needs.cache) {
    llvm::Expected<Program> cache = findCache(places, settings.cache);
    if (!cache)
      return cache.takeError();
    found.cache = *cache;
    if (found.cache.found() && isLlvmDriver(found.clang.path))
      found.clang = clangForCache(found.clang, found.resourceDir, fs);
  }
  if (needs.linker) {
    llvm::Expected<Program> linker = linkerOf(needs, settings, places);
    if (!linker)
      return linker.takeError();
    found.linker = *linker;
    found.linkerKind = kindOf(*linker);
    found.linkerLoadsPlugins = !isLlvmDriver(linker->path);
    if (needs.rustBitcode)
      found.linkerLlvm = llvmOf(*linker, fs);
    found.startObjects = findStartObjects(needs.inputs, found, fs);
    found.bringsRelr = !target.isGlibc() && bringsRelr(needs.inputs, fs);
    found.bringsUnwinder = bringsUnwinder(needs.unwinderFolders, fs);
    llvm::Expected<Malloc> malloc = parseMalloc(settings.malloc);
    if (!malloc)
      return malloc.takeError();
    found.malloc = *malloc;
    found.bringsMallocObject = needs.mallocObject && llvm::any_of(needs.folders, [&](StringRef folder) {
                                 return fs.exists(folder + "/mimalloc.o") && folder != found.lib;
                               });
    found.ownLd = ownTool(target, "ld", settings);
  }
  for (StringRef tool : needs.tools)
    if (std::string file = ownTool(target, tool, settings); fs.exists(file))
      found.tools[tool.str()] = file;
  return found;
}

} // namespace lambdacc
