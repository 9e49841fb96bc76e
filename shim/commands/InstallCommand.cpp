// lambda-cc names and lambda-cc install: the names of the tools, in bin/ and in the drop-in folder.
#include "Failure.h"
#include "Glibc.h"
#include "HostCc.h"
#include "Links.h"
#include "Print.h"
#include "System.h"
#include "TargetOptions.h"
#include "Text.h"
#include "Tools.h"
#include "llvm/Support/FileSystem.h"

using llvm::StringRef;

namespace lambdacc {

static std::vector<std::string> asStrings(llvm::ArrayRef<StringRef> names) {
  return {names.begin(), names.end()};
}

// The prefixes of a target's tools in bin/: its triple, and for glibc the triple with each ceiling. The other
// names of a target for glibc are those of a distribution's cross gcc.
static std::vector<std::string> prefixesInBin(const Target &target) {
  if (!target.isGlibc())
    return asStrings(prefixes(target));
  std::vector<std::string> all = {target.triple.str()};
  for (const Runtime &runtime : runtimes())
    all.push_back((target.triple + "-" + runtime.token).str());
  for (llvm::VersionTuple ceiling : ceilings()) {
    Target limited = target;
    limited.glibc = ceiling;
    all.push_back(toolPrefix(limited));
  }
  return all;
}

// In the drop-in folder: the names that callers look up without configuration. For the host's own triple
// cc-rs looks up plain cc.
static std::vector<std::string> prefixesInDropIn(const Target &target, StringRef ownTriple) {
  if (target.triple == ownTriple)
    return {target.triple.str()};
  return asStrings(prefixes(target));
}

// The roles that a build needs by a name with a ceiling: clang runs the first three by the name of the call,
// init and env write the others.
static constexpr StringRef needCeiling[] = {"as",  "ld", "objcopy", "gcc",
                                            "g++", "ar", "ranlib",  "pkg-config"};

std::vector<std::string> namesInBin(bool withCeilings) {
  std::vector<std::string> names;
  for (const Target &target : targets())
    for (const std::string &prefix : prefixesInBin(target))
      for (const Tool &tool : tools())
        if (withCeilings || !target.isGlibc() || prefix == target.triple ||
            llvm::is_contained(needCeiling, tool.role))
          names.push_back((prefix + "-" + tool.role).str());
  return names;
}

std::vector<std::string> namesInDropIn(System system) {
  std::vector<std::string> names;
  StringRef ownTriple = isOwnTripleHost(system) ? systemTriple() : "";
  for (const Target &target : targets())
    for (const std::string &prefix : prefixesInDropIn(target, ownTriple))
      for (const Tool &tool : tools())
        names.push_back((prefix + "-" + tool.role).str());
  for (const Tool &tool : plainTools())
    names.push_back(tool.role.str());
  return names;
}

static constexpr Option dropInOption = {.name = "--drop-in",
                                        .help = "the names of the drop-in folder, which has a plain cc"};
static constexpr Option copyOption = {.name = "--copy",
                                      .help = "files that start the tools, if links can't be made"};

static constexpr struct {
  StringRef name;
  System system;
} systems[] = {{"linux", System::Linux}, {"macos", System::Mac}, {"windows", System::Windows}};
static std::vector<StringRef> namesOfSystems() {
  std::vector<StringRef> names;
  for (const auto &row : systems)
    names.push_back(row.name);
  return names;
}
static constexpr Option hostOption = {.name = "--host",
                                      .value = "SYSTEM",
                                      .help = "the files in a package for that system",
                                      .values = namesOfSystems};

// cmake/Install.cmake makes its links from this list. A package for Windows has files in their place, and
// leaves most names with a ceiling to `install`.
static llvm::Expected<int> names(const Session &, const Arguments &arguments) {
  StringRef wanted = arguments.last(hostOption.name);
  System system = hostSystem();
  for (const auto &row : systems)
    if (row.name == wanted)
      system = row.system;
  bool isOfPackage = !wanted.empty();
  std::vector<std::string> names =
      arguments.has(dropInOption.name)
          ? namesInDropIn(system)
          : namesInBin(/*withCeilings=*/!isOfPackage || system != System::Windows);
  std::string lines;
  for (const std::string &name : names)
    lines += (isOfPackage ? programFile(name, system) : name) + "\n";
  printAnswer(lines);
  return 0;
}

// The file that links lead to: by the path that the caller used, so that they survive an upgrade behind a
// link to a folder. doctor knows a script by the real path in it.
static std::string executableFor(const Session &session, bool scripts) {
  std::string called = prefixOf(session) + "/bin/lambda-cc";
  bool isSame = llvm::sys::fs::equivalent(called, session.settings.executable);
  return isSame && !scripts ? called : session.settings.executable;
}

static llvm::Expected<int> install(const Session &session, const Arguments &arguments) {
  bool dropIn = arguments.has(dropInOption.name), scripts = arguments.has(copyOption.name);
  Names names = {.names = dropIn ? namesInDropIn() : namesInBin(),
                 .executable = executableFor(session, scripts),
                 .scripts = scripts,
                 .alone = dropIn};
  names.names.push_back("lambda-cc");
  StringRef folder = arguments.positionals.front();
  for (const std::string &own : {prefixOf(session) + "/bin", dropInOf(session)})
    if (llvm::sys::fs::equivalent(folder, own))
      return fail(text("'{}' is the installation's own", {folder}),
                  {"it has its names already; choose another"});
  if (llvm::Error error = makeNames(folder, names))
    return std::move(error);
  printLines({text("{} names in {}", {std::to_string(names.names.size()), folder})});
  return 0;
}

static constexpr Option namesOptions[] = {dropInOption, hostOption};
static constexpr Option installOptions[] = {dropInOption, copyOption};
const Subcommand namesCommand = {.name = "names",
                                 .help = "print the names of all tools, one per line",
                                 .options = namesOptions,
                                 .run = names};
const Subcommand installCommand = {.name = "install",
                                   .positionals = "DIR",
                                   .count = Positionals::One,
                                   .help = "make links to the tools in DIR, under all of their names",
                                   .options = installOptions,
                                   .run = install};

} // namespace lambdacc
