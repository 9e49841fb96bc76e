// gcc prints the folder of its headers for -print-file-name=include, but nothing is started to learn it. Its
// path shows it, too: /usr/bin/aarch64-linux-gnu-gcc-12 has /usr/lib/gcc-cross/aarch64-linux-gnu/12/include
// on Debian. Elsewhere it is <prefix>/lib/gcc/<triple>/<version>/include (libsubdir in gcc/Makefile.in).
#include "Failure.h"
#include "PathSearch.h"
#include "System.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/TargetParser/Triple.h"

using llvm::SmallString;
using llvm::StringRef;
using llvm::Triple;
namespace path = llvm::sys::path;

namespace lambdacc {

namespace {
/// The parts of <triple>-gcc-<version>.
struct Name {
  bool isGcc = false;
  std::string triple = {}; ///< what is before -gcc; "" for a plain gcc
  unsigned major = 0;      ///< 0 without a number
};

/// One version of GCC in a prefix.
struct Version {
  std::string triple;
  unsigned major;
  std::string include;
};
} // namespace

// Amazon Linux has gcc10-gcc and gcc14-gcc beside its gcc.
static unsigned majorOfPrefix(StringRef prefix) {
  unsigned major = 0;
  return prefix.consume_front("gcc") && !prefix.getAsInteger(10, major) ? major : 0;
}

static Name parseName(StringRef name) {
  Name parsed;
  auto [stem, number] = name.rsplit('-');
  if (!number.consumeInteger(10, parsed.major))
    name = stem;
  if (name == "gcc")
    parsed.isGcc = true;
  else if (name.consume_back("-gcc"))
    parsed = majorOfPrefix(name) ? Name{true, "", majorOfPrefix(name)} : Name{true, name.str(), parsed.major};
  return parsed;
}

// A link may have another name than the program: cc, or -gcc for Debian's -gcc-posix.
static Name nameOf(StringRef file, llvm::vfs::FileSystem &fs) {
  Name name = parseName(programName(realPath(file, fs)));
  return name.isGcc ? name : parseName(programName(file));
}

bool isGcc(const Program &program, llvm::vfs::FileSystem &fs) { return nameOf(program.path, fs).isGcc; }

// All versions of `triple` in a prefix, or of each triple for "".
static std::vector<Version> versionsIn(StringRef prefix, StringRef wanted, llvm::vfs::FileSystem &fs) {
  std::vector<Version> versions;
  for (StringRef lib : {"lib", "lib64"})
    for (StringRef kind : {"gcc", "gcc-cross"}) {
      SmallString<256> folder = joinPath(prefix, {lib, kind});
      std::vector<std::string> triples = {std::string(joinPath(folder, {wanted}))};
      if (wanted.empty())
        triples = entries(folder, fs);
      for (const std::string &triple : triples)
        for (const std::string &version : entries(SmallString<256>(triple), fs)) {
          unsigned major = 0;
          StringRef number = path::filename(version);
          SmallString<256> include = joinPath(version, {"include"});
          if (!number.consumeInteger(10, major) && fs.exists(joinPath(include, {"stddef.h"})))
            versions.push_back({path::filename(triple).str(), major, std::string(include)});
        }
    }
  return versions;
}

// Whether a GCC for `name` makes objects of `target`. The libc of its triple does not matter, because it gets
// our headers. gnux32 has other sizes of types.
static bool fits(StringRef name, const Target &target) {
  Triple triple(Triple::normalize(name));
  constexpr Triple::EnvironmentType libcs[] = {Triple::UnknownEnvironment, Triple::GNU, Triple::Musl};
  return triple.getArch() == target.arch && triple.isOSLinux() &&
         llvm::is_contained(libcs, triple.getEnvironment());
}

static StringRef archOf(const Target &target) { return Triple::getArchTypeName(target.arch); }

// GCC installs its limits.h into include-fixed, beside copies of the host's headers that fixincludes edited
// (install-headers in gcc/Makefile.in). Debian and Fedora move it to include. glibc's limits.h needs it. The
// copies would hide headers of the target: so a folder that has one is not searched.
static llvm::Expected<std::string> fixedHeaders(StringRef file, StringRef include, const Target &target,
                                                llvm::vfs::FileSystem &fs) {
  SmallString<256> folder = joinPath(path::parent_path(include), {"include-fixed"});
  if (!target.isGlibc() || fs.exists(joinPath(include, {"limits.h"})) ||
      !fs.exists(joinPath(folder, {"limits.h"})))
    return "";
  for (const std::string &entry : entries(folder, fs))
    if (!llvm::is_contained({"limits.h", "syslimits.h", "README"}, path::filename(entry)))
      return fail(text("the GCC '{}' has its limits.h among headers of its host", {file}),
                  {text("{} is one, and would hide the target's", {entry}),
                   "set LAMBDA_CC_GCC to a distribution's GCC, as Debian's gcc, which has it apart",
                   "or unset it to compile with clang"});
  return std::string(folder);
}

// Debian's musl-gcc and c99-gcc are scripts that run gcc with options of their own.
static llvm::Error unknownMachine(StringRef file, StringRef prefix, const Target &target) {
  return fail(
      text("'{}' shows no machine that lambda-cc knows, by its name", {file}),
      {text("it begins with {}, and not with a triple such as {}-linux-gnu", {prefix, archOf(target)}),
       "set LAMBDA_CC_GCC to auto, so that each target gets the GCC of its machine",
       "or unset it to compile with clang"});
}

static llvm::Error otherMachine(StringRef file, StringRef triple, const Target &target) {
  return fail(text("the GCC '{}' compiles for {}, and not for {}-linux", {file, triple, archOf(target)}),
              {"set LAMBDA_CC_GCC to auto, so that each target gets the GCC of its machine",
               "or unset it to compile with clang"});
}

// `file` as the GCC for `target`.
static llvm::Expected<Gcc> gccOf(std::string file, const Target &target, llvm::vfs::FileSystem &fs) {
  Name name = nameOf(file, fs);
  if (!name.isGcc)
    return fail(text("'{}' is not a GCC, by its name", {file}),
                {"set LAMBDA_CC_GCC to a program that ends in gcc, or in gcc- and its version",
                 "or unset it to compile with clang, which LAMBDA_CC_CLANG names"});
  if (!name.triple.empty() && Triple(name.triple).getArch() == Triple::UnknownArch)
    return unknownMachine(file, name.triple, target);
  if (!name.triple.empty() && !fits(name.triple, target))
    return otherMachine(file, name.triple, target);

  SmallString<256> real = realPath(file, fs);
  StringRef prefix = path::parent_path(path::parent_path(real));
  std::vector<Version> versions = versionsIn(prefix, name.triple, fs), fitting;
  for (const Version &version : versions)
    if (fits(version.triple, target) && (!name.major || version.major == name.major))
      fitting.push_back(version);
  if (fitting.empty() && name.triple.empty() && !versions.empty())
    return otherMachine(file, versions.front().triple, target);
  std::string where = text("{}/lib/gcc/{}/{}/include/stddef.h",
                           {prefix, name.triple.empty() ? StringRef("<triple>") : StringRef(name.triple),
                            name.major ? std::to_string(name.major) : "<version>"});
  if (fitting.empty())
    return fail(
        text("no headers of the GCC '{}'", {file}),
        {"looked for " + where, "set LAMBDA_CC_GCC to the path of gcc itself: a script does not show them"});
  for (const Version &version : fitting)
    if (version.major != fitting.front().major)
      return fail(text("several GCCs have headers for '{}'", {file}),
                  {version.include, fitting.front().include, "set LAMBDA_CC_GCC to a name with its version"});
  if (fitting.front().major < oldestGcc)
    return fail(text("'{}' is GCC {}, and {} is the oldest that works",
                     {file, std::to_string(fitting.front().major), std::to_string(oldestGcc)}),
                {"set LAMBDA_CC_GCC to a newer one, or unset it to compile with clang"});
  llvm::Expected<std::string> fixed = fixedHeaders(file, fitting.front().include, target, fs);
  if (!fixed)
    return fixed.takeError();
  return Gcc{{std::move(file)}, fitting.front().major, fitting.front().include, *fixed};
}

// Names of a GCC for `target`, without a version: Debian's and the GNU project's; the host's.
static std::vector<std::string> namesFor(const Target &target) {
  return {(archOf(target) + "-linux-gnu-gcc").str(), (archOf(target) + "-unknown-linux-gnu-gcc").str(),
          "gcc"};
}

static llvm::Expected<Gcc> findOnPathFor(const Target &target, const Places &places) {
  std::vector<std::string> names = namesFor(target), reasons;
  for (const std::string &name : names)
    for (const std::string &folder : places.path) {
      SmallString<256> file = programIn(folder, name, places);
      if (!isCandidate(file, places))
        continue;
      llvm::Expected<Gcc> gcc = gccOf(std::string(file), target, places.fs);
      if (gcc)
        return gcc;
      reasons.push_back("not used: " + toString(gcc.takeError()));
    }
  std::vector<std::string> evidence = {
      text("looked for {} in PATH: {}", {joinWithAnd(names), joinFolders(places.path)})};
  llvm::append_range(evidence, reasons);
  evidence.emplace_back(
      "install one, as Debian's gcc or gcc-aarch64-linux-gnu, or name one in LAMBDA_CC_GCC");
  evidence.emplace_back("or unset it to compile with clang");
  return fail(text("no GCC for {}, which LAMBDA_CC_GCC selects", {archOf(target)}), std::move(evidence));
}

llvm::Expected<std::optional<Gcc>> findGcc(const Places &places, const Target &target, StringRef chosen) {
  if (chosen.empty() || chosen == "off")
    return std::nullopt;
  if (chosen == "auto") {
    llvm::Expected<Gcc> gcc = findOnPathFor(target, places);
    if (!gcc)
      return gcc.takeError();
    return *gcc;
  }
  // The drop-in folder has an aarch64-linux-gnu-gcc, too.
  std::string other = isPath(chosen) ? "" : findOtherOnPath(places, chosen);
  llvm::Expected<Program> program =
      chosenProgram(places, "LAMBDA_CC_GCC", other.empty() ? chosen : StringRef(other), "gcc");
  if (!program)
    return program.takeError();
  llvm::Expected<Gcc> gcc = gccOf(std::move(program->path), target, places.fs);
  if (!gcc)
    return gcc.takeError();
  return *gcc;
}

std::vector<std::pair<std::string, std::optional<Program>>> gccsOfMachines(const Places &places,
                                                                           StringRef chosen) {
  std::vector<std::pair<std::string, std::optional<Program>>> lines;
  for (const Target &target : targets()) {
    if (target.isGlibc()) // one GCC serves both libcs of a machine
      continue;
    llvm::Expected<std::optional<Gcc>> gcc = findGcc(places, target, chosen);
    std::string role = ("gcc for " + archOf(target)).str();
    if (!gcc) {
      consumeError(gcc.takeError());
      lines.emplace_back(role, std::nullopt);
    } else if (const std::optional<Gcc> &found = *gcc) {
      lines.emplace_back(role, found->program);
    }
  }
  return lines;
}

} // namespace lambdacc
