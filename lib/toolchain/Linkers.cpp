#include "Bundled.h"
#include "Failure.h"
#include "PackageCommand.h"
#include "PathSearch.h"
#include "System.h"
#include "Text.h"
#include "Zig.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::ArrayRef;
using llvm::SmallString;
using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

// rustup installs it as lib/rustlib/<host>/bin/rust-lld.
static std::string findRustLld(const Places &places, ArrayRef<StringRef> rustLibraries) {
  for (StringRef rustlib : rustLibraries)
    for (const std::string &host : entries(SmallString<256>(rustlib), places.fs))
      if (SmallString<256> file = programIn(joinPath(host, {"bin"}), "rust-lld", places);
          isProgram(file, places.fs))
        return std::string(file);
  return "";
}

// The major version of rust-lld's LLVM, or 0 if it is unknown. rustup's Rust has
// libLLVM.so.22.1-rust-1.95.0-stable beside its lib/rustlib. A distribution's rust-lld is a link to the
// distribution's own linker, with the version in its path.
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

// Whether the bundled ld.lld reads the bitcode of the rustc that `rustLld` belongs to. It does not read that
// of a newer LLVM.
static bool readsBitcodeOf(StringRef rustLld, const Bundled &bundled, llvm::vfs::FileSystem &fs) {
  unsigned major = llvmOfRustLld(rustLld, fs);
  return major && major <= bundled.major;
}

llvm::Expected<Program> findLinker(const Places &places, StringRef chosen, ArrayRef<StringRef> rustLibraries,
                                   bool preferRust) {
  bool choosesOwn = isBundled(chosen, places);
  if (!chosen.empty() && !choosesOwn)
    return chosenProgram(places, "LAMBDA_CC_LLD", chosen, "ld.lld");
  std::string rustLld;
  llvm::Expected<std::optional<Bundled>> bundled = findBundled(places);
  if (!bundled)
    return bundled.takeError();
  const std::optional<Bundled> &own = *bundled;
  if (!own || (preferRust && !choosesOwn))
    rustLld = findRustLld(places, rustLibraries);
  if (own && (rustLld.empty() || readsBitcodeOf(rustLld, *own, places.fs)))
    return inRole(own->program, "ld.lld");
  if (preferRust && !rustLld.empty())
    return inRole(rustLld, "ld.lld");
  if (Versioned found = findNewest(places, "ld.lld"); !found.file.empty()) {
    bool rustLldSuffices =
        found.major && !rustLld.empty() && llvmOfRustLld(rustLld, places.fs) >= found.major;
    return inRole(rustLldSuffices ? rustLld : found.file, "ld.lld");
  }
  if (std::string zig = findZig(places); !zig.empty())
    return inRole(zig, "ld.lld");
  if (!rustLld.empty())
    return inRole(rustLld, "ld.lld");

  std::vector<std::string> more;
  for (StringRef rustlib : rustLibraries)
    more.push_back(text("looked for bin/rust-lld in each folder of {}", {rustlib}));
  return nothingFound(
      places, "no ld.lld to link with", {{"ld.lld", "zig"}, "ld.lld"}, more,
      text("install one ({}; pip install ziglang), or name one in LAMBDA_CC_LLD", {packageCommand("lld")}));
}

LinkerKind kindOf(const Program &linker) {
  std::string program = programName(linker.path);
  StringRef name = program;
  if (isZig(linker.path) || isLlvmDriver(linker.path) || name.contains("lld"))
    return LinkerKind::Lld;
  if (name.contains("mold"))
    return LinkerKind::Mold;
  bool isGnuLd = name == "ld" || name.ends_with("-ld") || name.contains("ld.bfd") || name.contains("gold");
  return isGnuLd ? LinkerKind::Gnu : LinkerKind::Other;
}

unsigned llvmOf(const Program &linker, llvm::vfs::FileSystem &fs) {
  if (isLlvmDriver(linker.path))
    return clangMajor(linker.path, findResourceDir(linker, fs), fs); // one executable is both
  return isZig(linker.path) ? 0 : llvmOfPath(linker.path, fs);
}

llvm::Expected<Program> findNamedLinker(const Places &places, StringRef name) {
  std::string file = isPath(name) ? fileOf(places, name) : findOnPath(places, ("ld." + name).str());
  if (file.empty())
    file = findOnPath(places, name);
  if (!file.empty() && isLambdaCc(realPath(file, places.fs), places))
    return namesLambdaCc("-fuse-ld", name);
  if (llvm::Error error = refuseApples(places, file, text("the linker '{}' is Apple's", {name}),
                                       "remove the option to link with ld.lld"))
    return std::move(error);
  if (!file.empty() && isProgram(file, places.fs))
    return inRole(zigOf(file, places.fs), "ld.lld");
  if (std::vector<std::string> why = whyNoneExecuted(places, name); !why.empty()) {
    why.push_back("remove the option to link with ld.lld");
    return fail(text("the linker '{}' cannot be executed", {name}), std::move(why));
  }
  if (isPath(name))
    return fail(text("no linker '{}'", {name}),
                {"this file does not exist; remove the option to link with ld.lld"});
  return fail(text("no linker '{}'", {name}),
              {text("looked for ld.{} and {} in PATH: {}", {name, name, joinFolders(places.path)}),
               "install it, or remove the option to link with ld.lld"});
}

} // namespace lambdacc
