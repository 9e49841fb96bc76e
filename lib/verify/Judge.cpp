#include "Judge.h"
#include "Folders.h"
#include "LibraryAdvice.h"
#include "Target.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Object/ELF.h"
#include "llvm/Support/Path.h"
#include <set>

using llvm::StringRef;
using llvm::VersionTuple;

namespace lambdacc {

using Runtimes = std::vector<const Runtime *>;

namespace {
// A file, what it is judged for, and the findings so far.
struct Case {
  StringRef file;
  const Elf &elf;
  const Destination &destination;
  std::vector<Finding> findings = {};

  void add(Finding::Severity severity, StringRef check, std::string what, std::vector<std::string> advice,
           std::string library = "") {
    findings.push_back({severity, check, std::move(what), std::move(advice), std::move(library)});
  }
};
} // namespace

// The runtimes of the destination for which `holds` is true.
static Runtimes runtimesWhere(const Case &on, llvm::function_ref<bool(const Runtime &)> holds) {
  Runtimes found;
  llvm::copy_if(on.destination.runtimes, std::back_inserter(found),
                [&](const Runtime *row) { return holds(*row); });
  return found;
}

// An error if it fails on all runtimes of the destination. Else it depends on the runtime that is deployed
// to.
static Finding::Severity severityOf(const Case &on, const Runtimes &failing) {
  return failing.size() == on.destination.runtimes.size() ? Finding::Error : Finding::Warning;
}

//===- The machine and the loader -------------------------------------------===//

// The message of the runtime, without the file's name. glibc's loader passes over a library for another
// machine and then reports that it found none.
static StringRef messageOnMachine(const Elf &elf) {
  return elf.executable ? "exec format error" : "cannot open shared object file: No such file or directory";
}

// Of Managed Instances the user chooses the machine by their name, and else by a setting of the function.
static std::string howToChangeTo(const Case &on, StringRef machine) {
  const Runtimes &runtimes = on.destination.runtimes;
  return runtimes.size() == 1 && runtimes.front()->cpu
             ? text("name instances that are {} in place of {}", {machine, runtimes.front()->name})
             : text("change the function to {}", {machine});
}

static bool checkMachine(Case &on) {
  uint16_t machine = on.elf.machine, wanted = on.destination.machine;
  bool isLambdas = llvm::any_of(targets(), [&](const Target &target) { return target.machine == machine; });
  if (wanted ? machine == wanted : isLambdas)
    return true;
  if (wanted)
    on.add(Finding::Error, "machine",
           text("'{}' is for {}, not for {}", {on.file, architectureName(machine), architectureName(wanted)}),
           {isLambdas ? text("Lambda would report '{}': build it for {}, or {}",
                             {messageOnMachine(on.elf), architectureName(wanted),
                              howToChangeTo(on, architectureName(machine))})
                      : text("build it for {}", {architectureName(wanted)})});
  else
    on.add(Finding::Error, "machine",
           text("'{}' is for {}, which Lambda does not run", {on.file, architectureName(machine)}),
           {"build it for x86_64 or for arm64"});
  return false;
}

// The loader of the runtimes for this machine: that of the glibc target, or musl's.
static std::string loaderOf(const Case &on) {
  auto hasMusl = [](const Runtime *runtime) { return runtime->listing == Listing::Musl; };
  if (llvm::any_of(on.destination.runtimes, hasMusl)) // it is the only one: a user has named it
    return text("/lib/ld-musl-{}.so.1", {machineName(on.elf.machine)});
  for (const Target &target : targets())
    if (target.machine == on.elf.machine && !target.interpreter.empty())
      return target.interpreter.str();
  return "";
}

static std::string systemOf(const Case &on) {
  const Runtimes &runtimes = on.destination.runtimes;
  return runtimes.size() == 1 && runtimes.front()->isImage() ? runtimes.front()->name.str() : "Lambda";
}

static bool checkInterpreter(Case &on) {
  StringRef interpreter = on.elf.interpreter;
  if (interpreter.empty() && on.elf.executable && !on.elf.needed.empty()) {
    on.add(Finding::Error, "interpreter",
           text("'{}' needs {}, but names no loader to load it", {on.file, on.elf.needed.front()}),
           {"a static program contains all its libraries: link an archive instead of the shared library"});
    return false;
  }
  std::string loader = loaderOf(on), system = systemOf(on);
  if (interpreter.empty() || interpreter == loader)
    return true;
  std::string cure = StringRef(loader).contains("ld-musl") ? "link it statically, for a musl target"
                     : interpreter.contains("ld-musl")
                         ? "link it statically: that is Rust's default for musl targets without -C "
                           "target-feature=-crt-static"
                         : text("a program for glibc names the loader {}", {loader});
  on.add(Finding::Error, "interpreter",
         text("'{}' needs the loader '{}', which {} does not have", {on.file, interpreter, system}),
         {"Lambda would report 'no such file or directory', although the program exists", cure});
  return false;
}

bool hasLoader(const Elf &elf, const Destination &destination) {
  Case on{"", elf, destination};
  return checkInterpreter(on);
}

//===- Libraries ------------------------------------------------------------===//

// A shared library names no loader: that it is for another libc shows in what it needs.
static bool isOfOtherLibc(const Case &on, StringRef soname) {
  return llvm::any_of(on.destination.runtimes, [&](const Runtime *runtime) {
    return isOfOtherLibc(soname, on.elf.machine, *runtime);
  });
}

static void checkLibc(Case &on) {
  std::vector<std::string> others;
  for (const std::string &soname : on.elf.needed)
    if (isOfOtherLibc(on, soname) && !on.destination.isDeployed(soname))
      others.push_back(soname);
  if (others.empty())
    return;
  bool hasMusl = StringRef(loaderOf(on)).contains("ld-musl");
  on.add(Finding::Error, "library",
         text("'{}' is for {}: it needs {}, which {} {} not have",
              {on.file, hasMusl ? "glibc" : "musl", joinWithAnd(others), joinWithAnd(on.destination.runtimes),
               on.destination.runtimes.size() == 1 ? "does" : "do"}),
         {text("build it for {}", {hasMusl ? "musl" : "glibc"})});
}

static void checkLibrary(Case &on, const std::string &soname) {
  if (soname == llvm::sys::path::filename(loaderOf(on)))
    return;
  auto presence = [&](const Runtime &runtime) { return presenceOf(soname, on.elf.machine, runtime); };
  Runtimes without = runtimesWhere(on, [&](const Runtime &row) { return presence(row) == Presence::Absent; });
  StringRef name = llvm::sys::path::filename(soname);
  std::vector<std::string> reasons;
  if (on.destination.whyNotDeployed)
    reasons = on.destination.whyNotDeployed(soname);
  std::vector<std::string> advice = reasons;
  llvm::append_range(advice, cureFor(libraryName(name)));
  // A library without a soname is needed by the path that the link had, and is searched for there alone.
  if (name != soname)
    advice.push_back(
        text("it has no soname, so the loader searches only the path of the link: link it with -L and -l:{}, "
             "or set its soname with -Wl,-soname,{}, and add it to lib/ of the zip",
             {name, name}));
  else
    advice.push_back(text(advice.size() > reasons.size()
                              ? "or add it as lib/{} to the function's zip or a layer"
                              : "add it as lib/{} to the function's zip or a layer",
                          {soname}));
  if (!without.empty())
    return on.add(severityOf(on, without), "library",
                  text("'{}' needs {}, which {} {} not have",
                       {on.file, soname, joinWithAnd(without), without.size() == 1 ? "does" : "do"}),
                  std::move(advice), soname);
  Runtimes unsure = runtimesWhere(on, [&](const Runtime &row) { return presence(row) == Presence::InImage; });
  if (!unsure.empty())
    return on.add(
        Finding::Warning, "library",
        text("'{}' needs {}, which AWS does not promise for {}", {on.file, soname, joinWithAnd(unsure)}),
        std::move(advice));
  for (const Runtime *image :
       runtimesWhere(on, [&](const Runtime &row) { return presence(row) == Presence::Unknown; })) {
    reasons.emplace_back("lambda-cc does not know what else is in that image");
    on.add(Finding::Note, "library",
           text("'{}' needs {}, which {} must have", {on.file, soname, image->name}), reasons);
  }
}

//===- Versions -------------------------------------------------------------===//

namespace {
// How the versions of a library begin, and the newest that a runtime has.
struct Prefix {
  StringRef prefix, library;
  VersionTuple Runtime::*newest;
};
} // namespace

static constexpr Prefix versionPrefixes[] = {
    {"GLIBC_", "glibc", &Runtime::glibc},
    {"GLIBCXX_", "libstdc++", &Runtime::glibcxx},
    {"CXXABI_", "libstdc++", &Runtime::cxxabi},
    {"GCC_", "libgcc_s", &Runtime::gcc},
};

// The version in a name such as GLIBC_2.34; empty for GLIBC_PRIVATE.
static VersionTuple versionIn(StringRef name, StringRef prefix) {
  VersionTuple version;
  return name.consume_front(prefix) && !version.tryParse(name) ? version : VersionTuple();
}

static std::string someOf(llvm::ArrayRef<std::string> symbols) {
  constexpr size_t most = 6;
  if (symbols.size() <= most)
    return joinWithAnd(symbols);
  std::vector<std::string> first = symbols.take_front(most).vec();
  first.push_back(std::to_string(symbols.size() - most) + " more");
  return joinWithAnd(first);
}

static std::string whoNeeds(const Case &on, const NeededVersion &version) {
  const std::string &first = version.symbols.front();
  bool isOne = version.symbols.size() == 1;
  std::string line = text("{} {} of {}", {someOf(version.symbols), isOne ? "is" : "are", version.name});
  std::string file = on.destination.userOf ? on.destination.userOf(first) : "";
  return file.empty() ? line : text("{}, and {} needs {}", {line, file, isOne ? "it" : StringRef(first)});
}

// The advice for a glibc that is too new for the `failing` runtimes.
static std::vector<std::string> cureForGlibc(const Case &on, const Runtimes &failing, VersionTuple newest) {
  std::vector<std::string> cures;
  if (failing.front()->isImage())
    cures.push_back(text("use an image with glibc {} or newer", {newest.getAsString()}));
  else
    for (const Runtime &runtime : runtimes())
      if (newest <= runtime.glibc)
        cures.push_back("deploy to " + runtime.name.str());
  for (const Target &target : targets())
    if (target.isGlibc() && target.machine == on.elf.machine)
      cures.push_back(
          text("{} it for {} with a ceiling of {}",
               {cures.empty() ? "build" : "or build", target.triple, failing.front()->glibc.getAsString()}));
  return cures;
}

static void checkVersions(Case &on, const Prefix &row) {
  VersionTuple newest;
  StringRef name;
  for (const NeededVersion &version : on.elf.versions)
    if (VersionTuple found = versionIn(version.name, row.prefix); !version.weak && found > newest) {
      newest = found;
      name = version.name;
    }
  // A library in the zip does not help: the loader searches /lib64 first.
  Runtimes failing = runtimesWhere(on, [&](const Runtime &runtime) {
    return !(runtime.*row.newest).empty() && newest > runtime.*row.newest;
  });
  if (failing.empty())
    return;

  std::vector<std::string> advice;
  for (const NeededVersion &version : on.elf.versions)
    if (VersionTuple found = versionIn(version.name, row.prefix);
        !version.weak && found > failing.front()->*row.newest && !version.symbols.empty())
      advice.push_back(whoNeeds(on, version));
  bool isGlibc = row.prefix == "GLIBC_";
  if (isGlibc)
    llvm::append_range(advice, cureForGlibc(on, failing, newest));
  else
    advice.push_back(text("link it with lambda-cc, which links LLVM's {} statically",
                          {row.library == "libgcc_s" ? "unwinder (with -static-libgcc)" : "C++ library"}));
  std::vector<std::string> have;
  for (const Runtime *runtime : failing)
    have.push_back(text("{} has {}{}", {runtime->name, isGlibc ? "glibc " : row.prefix,
                                        (runtime->*row.newest).getAsString()}));
  on.add(severityOf(on, failing), "version",
         text("'{}' needs {}, and {}", {on.file, name, joinWithAnd(have)}), std::move(advice));
}

// DT_RELR. -z pack-relative-relocs marks it by a version that no symbol has; ld.lld's --pack-dyn-relocs=relr
// does not. A static program applies its own.
static void checkPackedRelocations(Case &on) {
  const VersionTuple brought(2, 36);
  bool marked = llvm::any_of(
      on.elf.versions, [](const NeededVersion &version) { return version.name == "GLIBC_ABI_DT_RELR"; });
  bool isLoaded = !on.elf.interpreter.empty() || !on.elf.executable;
  bool packed = marked || (on.elf.packedRelocations && isLoaded);
  Runtimes failing = runtimesWhere(on, [&](const Runtime &runtime) {
    return packed && !runtime.glibc.empty() && runtime.glibc < brought; // musl applies them from 1.2.4 on
  });
  if (!failing.empty())
    on.add(
        severityOf(on, failing), "relr",
        text("'{}' has packed relocations, which glibc applies from {} on", {on.file, brought.getAsString()}),
        {text(marked ? "{} would report: version 'GLIBC_ABI_DT_RELR' not found"
                     : "{} would not apply them, and the program would end with signal 11",
              {joinWithAnd(failing)}),
         text("link without {}", {marked ? "-z pack-relative-relocs" : "--pack-dyn-relocs=relr"})});
}

//===- Relocations ----------------------------------------------------------===//

static std::string relocationName(const Case &on, const Relocation &relocation) {
  return llvm::object::getELFRelocationTypeName(on.elf.machine, relocation.type).str();
}

// "the ifuncs f and g", if their names are known.
static std::string ifuncsIn(llvm::ArrayRef<Relocation> ifuncs) {
  std::vector<std::string> names, resolvers;
  for (const Relocation &ifunc : ifuncs) {
    if (!ifunc.symbol.empty())
      names.push_back(ifunc.symbol);
    else if (!ifunc.resolver.empty())
      resolvers.push_back(ifunc.resolver);
  }
  if (!names.empty())
    return text("the {} {}", {names.size() == 1 ? "ifunc" : "ifuncs", someOf(names)});
  StringRef kind = ifuncs.size() == 1 ? "an ifunc" : "ifuncs";
  return resolvers.empty() ? kind.str() : text("{} with the resolver {}", {kind, someOf(resolvers)});
}

static void addIfuncs(Case &on, llvm::ArrayRef<Relocation> ifuncs) {
  std::vector<std::string> advice;
  if (on.destination.ifuncOf)
    if (Ifunc defined = on.destination.ifuncOf(ifuncs.front().symbol); !defined.file.empty())
      advice.push_back(text("{} defines {}", {defined.file, defined.symbol}));
  advice.push_back(
      text("musl does not apply {}: a call of it ends with signal 11", {relocationName(on, ifuncs.front())}));
  advice.push_back("choose with a function pointer, or with target_clones, for which clang needs no ifunc on "
                   "musl; a C library may have an option such as --disable-ifunc");
  for (const Target &target : targets())
    if (target.isGlibc() && target.machine == on.elf.machine)
      advice.push_back(text("or build it for {}: glibc has ifuncs", {target.triple}));
  on.add(Finding::Error, "relocations",
         text("'{}' has {}, which nothing resolves", {on.file, ifuncsIn(ifuncs)}), std::move(advice));
}

static std::string relocationNames(const Case &on, llvm::ArrayRef<Relocation> relocations) {
  std::vector<std::string> names;
  for (const Relocation &relocation : relocations)
    names.push_back(relocation.symbol.empty()
                        ? relocationName(on, relocation)
                        : text("{} of {}", {relocationName(on, relocation), relocation.symbol}));
  return someOf(names);
}

// The unapplied relocations of ifuncs or of others, for undefined symbols or for others. musl's loader
// applies all but those of ifuncs.
static std::vector<Relocation> unapplied(const Case &on, bool ifuncs, bool undefined) {
  std::vector<Relocation> found;
  llvm::copy_if(on.elf.unapplied, std::back_inserter(found), [&](const Relocation &relocation) {
    bool isIfunc = isOfIfunc(relocation.type, on.elf.machine);
    return isIfunc == ifuncs && relocation.undefined == undefined && (isIfunc || on.elf.startsItself);
  });
  return found;
}

static void checkRelocations(Case &on) {
  if (std::vector<Relocation> ifuncs = unapplied(on, /*ifuncs=*/true, /*undefined=*/false); !ifuncs.empty())
    addIfuncs(on, ifuncs);
  if (std::vector<Relocation> others = unapplied(on, /*ifuncs=*/false, /*undefined=*/false); !others.empty())
    on.add(
        Finding::Error, "relocations",
        text("'{}' has relocations that its start code does not apply", {on.file}),
        {text("musl's start code applies only those without a symbol, not {}", {relocationNames(on, others)}),
         "link with -no-pie, or with ld.lld"});
  // The start code relocates before anything could make the code writable.
  if (on.elf.startsItself && on.elf.textRelocations)
    on.add(Finding::Error, "relocations", text("'{}' is static and has relocations in its code", {on.file}),
           {"musl's start code would write to read-only memory, and end with signal 11",
            "compile its objects with -fPIC, or link with -no-pie"});
}

// --unresolved-symbols=ignore-all allows these, and the program may never use them: so a warning.
static void checkUndefined(Case &on) {
  std::set<std::string> found(on.elf.undefined.begin(), on.elf.undefined.end());
  for (const Relocation &relocation : unapplied(on, /*ifuncs=*/false, /*undefined=*/true))
    found.insert(relocation.symbol); // also of a program without section headers
  if (found.empty())
    return;
  std::vector<std::string> names(found.begin(), found.end());
  on.add(Finding::Warning, "relocations",
         text("'{}' is static, and nothing in it defines {}", {on.file, someOf(names)}),
         {"a use of it would end with signal 11: link what defines it"});
}

//===- The rest -------------------------------------------------------------===//

// Where the loader searches. It loads no library of a static program.
static void checkFolders(Case &on) {
  if (on.elf.executable && on.elf.interpreter.empty())
    return;
  llvm::StringSet<> found; // Python of pyenv links its modules with the same -rpath twice
  for (const std::string &folder : on.elf.folders)
    if (placeOf(folder) == Place::Nowhere && found.insert(folder).second)
      on.add(Finding::Warning, "rpath", text("'{}' looks for its libraries in '{}'", {on.file, folder}),
             {"that is a folder of the build machine; Lambda searches lib/ of the zip and of layers without "
              "an rpath",
              "remove -rpath from the link, or set it to $ORIGIN/lib"});
}

static void checkRest(Case &on) {
  constexpr uint64_t page = 4096;
  if (on.elf.executable && !on.elf.hasEntry)
    on.add(Finding::Error, "kind",
           text("'{}' has no entry point, and ends with signal 11 at its start", {on.file}),
           {"-nostdlib and -nostartfiles leave out the start objects, which have _start: remove them, or "
            "define _start",
            "-e NAME names another function"});
  if (on.elf.executableStack)
    on.add(Finding::Warning, "stack", text("'{}' has an executable stack", {on.file}),
           {"assembly without a .note.GNU-stack section causes that: add the section, or link with -z "
            "noexecstack"});
  checkUndefined(on);
  if (on.elf.textRelocations && !on.elf.startsItself)
    on.add(Finding::Warning, "relocations", text("'{}' has relocations in its code", {on.file}),
           {"compile its objects with -fPIC"});
  if (on.elf.alignment && on.elf.alignment < page)
    on.add(Finding::Error, "alignment",
           text("'{}' has segments aligned to {} bytes, and Lambda has pages of 4096",
                {on.file, std::to_string(on.elf.alignment)}),
           {"link with -z max-page-size=4096 or more"});
  checkFolders(on);
}

std::vector<Finding> judgeCorrectness(StringRef file, const Elf &elf, const Destination &destination) {
  Case on{file, elf, destination};
  if (checkMachine(on))
    checkRelocations(on);
  return std::move(on.findings);
}

std::vector<Finding> judgeForLambda(StringRef file, const Elf &elf, const Destination &destination) {
  Case on{file, elf, destination};
  if (!checkMachine(on))
    return std::move(on.findings);
  checkRelocations(on);
  if (!checkInterpreter(on))
    return std::move(on.findings);
  if (!destination.runtimes.empty()) {
    checkLibc(on);
    for (const std::string &soname : elf.needed)
      if (!destination.isDeployed(soname) && !isOfOtherLibc(on, soname))
        checkLibrary(on, soname);
    for (const Prefix &row : versionPrefixes)
      checkVersions(on, row);
    checkPackedRelocations(on);
  }
  checkRest(on);
  return std::move(on.findings);
}

} // namespace lambdacc
