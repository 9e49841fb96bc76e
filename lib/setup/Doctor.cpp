#include "Doctor.h"
#include "CargoConfig.h"
#include "Failure.h"
#include "Run.h"
#include "Sysroot.h"
#include "Text.h"
#include "Whose.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

namespace {
// The examination: what the checks see of the patient, and what they find.
struct Examination {
  const Patient &patient;
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  StringRef check;
  std::vector<Finding> findings = {};
  std::string rustLibraries = {}; // <rustc's sysroot>/lib/rustlib, or ""

  void ok(std::string what) { findings.push_back({Finding::Ok, check, std::move(what), {}}); }
  void warn(std::string what, std::vector<std::string> advice) {
    findings.push_back({Finding::Warning, check, std::move(what), std::move(advice)});
  }
  void error(std::string what, std::vector<std::string> advice) {
    findings.push_back({Finding::Error, check, std::move(what), std::move(advice)});
  }
  void error(llvm::Error error) {
    handleAllErrors(std::move(error), [&](Failure &failure) {
      this->error(std::move(failure.headline), std::move(failure.evidence));
    });
  }

  Places places() const { return {patient.settings.path, *fs, patient.settings.executable}; }
  StringRef variable(StringRef name) const {
    for (char **entry = patient.environment; *entry; ++entry)
      if (auto [key, value] = StringRef(*entry).split('='); key == name)
        return value;
    return "";
  }
};
} // namespace

static std::string under(StringRef folder, std::initializer_list<StringRef> names) {
  llvm::SmallString<256> file(folder);
  for (StringRef name : names)
    path::append(file, name);
  return std::string(file);
}

static std::string prefixOf(const Patient &patient) {
  return path::parent_path(path::parent_path(patient.settings.executable)).str();
}

// The first program `name` of PATH, or "".
static std::string onPath(const Examination &on, StringRef name) {
  for (const std::string &folder : on.patient.settings.path)
    if (std::string file = under(folder, {name}); llvm::sys::fs::can_execute(file))
      return file;
  return "";
}

//===- The installation and what is behind it -------------------------------===//

static void checkSysroots(Examination &on) {
  std::vector<std::string> there;
  std::vector<llvm::Error> missing;
  for (const Target &target : targets())
    if (llvm::Expected<std::string> sysroot = findSysroot(target, on.patient.settings.executable, *on.fs))
      there.push_back(target.triple.str());
    else
      missing.push_back(sysroot.takeError());
  if (!there.empty())
    on.ok("sysroots for " + inWords(there));
  for (llvm::Error &error : missing) {
    on.error(std::move(error));
    if (!there.empty()) // a part is what somebody may have wanted
      on.findings.back().severity = Finding::Warning;
  }
}

static void checkClang(Examination &on) {
  llvm::Expected<Program> clang = findClang(on.places(), on.patient.settings.clang);
  if (!clang)
    return on.error(clang.takeError());
  on.ok("clang: " + clang->path);
}

static void checkLinker(Examination &on) {
  std::vector<StringRef> libraries;
  if (!on.rustLibraries.empty())
    libraries.push_back(on.rustLibraries);
  llvm::Expected<Program> linker =
      findLinker(on.places(), on.patient.settings.lld, libraries, /*preferRust=*/false);
  if (!linker)
    return on.error(linker.takeError());
  on.ok("ld.lld: " + linker->path);
}

static void checkArchiver(Examination &on) {
  llvm::Expected<Program> archiver = findBinutil(on.places(), "llvm-ar");
  if (!archiver)
    return on.error(archiver.takeError());
  on.ok("llvm-ar: " + archiver->path);
}

static void checkHostCompiler(Examination &on) {
  llvm::Expected<HostCc> host = findHostCc(on.places(), "cc");
  if (host)
    return on.ok("the host's cc: " + host->program.path);
  consumeError(host.takeError());
  on.warn("no cc for the host",
          {"rustc links build scripts and procedural macros with it; the cc of the drop-in "
           "folder does that where it is on PATH",
           "apt-get install gcc"});
}

static void checkRust(Examination &on) {
  if (onPath(on, "rustc").empty())
    return on.error("no rustc to run", {"looked for it in PATH: " + llvm::join(on.patient.settings.path, ":"),
                                        "install Rust with rustup"});
  if (on.rustLibraries.empty())
    return on.error(text("'{}' does not say where its libraries are", {onPath(on, "rustc")}),
                    {"asked for it by rustc --print sysroot"});
  std::vector<std::string> there;
  std::vector<std::string> missing;
  for (const Target &target : targets()) {
    bool has = on.fs->exists(under(on.rustLibraries, {target.triple, "lib"}));
    (has ? there : missing).push_back(target.triple.str());
  }
  if (there.empty())
    return on.error("Rust's std is there for none of the targets",
                    {text("looked for them in {}", {on.rustLibraries}), "rustup target add " + missing[0]});
  on.ok(text("Rust's std for {}, in {}", {inWords(there), on.rustLibraries}));
  if (!missing.empty())
    on.warn("no std of Rust for " + inWords(missing), {"rustup target add " + llvm::join(missing, " ")});
}

//===- PATH -----------------------------------------------------------------===//

static std::string takeFromPath(StringRef file) {
  return text("take {} from PATH, or put it behind", {path::parent_path(file)});
}

static void checkOthers(Examination &on) {
  llvm::StringSet<> seen;
  for (const std::string &folder : on.patient.settings.path) {
    std::string file = under(folder, {"lambda-cc"});
    bool isOther =
        llvm::sys::fs::can_execute(file) && whose(file, on.patient.settings.executable) == Whose::Another;
    if (isOther && seen.insert(file).second)
      on.error(text("'{}' is another lambda-cc than this one", {file}),
               {"this one is " + on.patient.settings.executable,
                "take one of the two from PATH: tools of one don't know the sysroots of the other"});
  }
}

// For each of our names the first of PATH decides.
static void checkNames(Examination &on) {
  llvm::StringSet<> ours(llvm::ArrayRef<StringRef>(on.patient.names));
  llvm::StringMap<std::string> first; // what is not ours
  llvm::StringSet<> taken;
  for (const std::string &folder : on.patient.settings.path) {
    std::error_code error;
    std::vector<std::string> files;
    for (llvm::sys::fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
      if (ours.contains(path::filename(it->path())))
        files.push_back(it->path());
    llvm::sort(files);
    for (const std::string &file : files) {
      StringRef name = path::filename(file);
      Whose owner = taken.contains(name) ? Whose::Foreign : whose(file, on.patient.settings.executable);
      if (taken.contains(name))
        continue;
      if (owner == Whose::Another) {
        taken.insert(name);
        on.error(text("'{}' is of another lambda-cc, or a copy", {file}), {takeFromPath(file)});
      } else if (owner == Whose::Foreign) {
        first.try_emplace(name, file);
      } else {
        taken.insert(name);
        if (auto foreign = first.find(name); foreign != first.end())
          on.warn(text("'{}' stands before ours on PATH", {foreign->second}),
                  {text("ours is {}", {file}),
                   text("put {} before {} on PATH", {folder, path::parent_path(foreign->second)})});
      }
    }
  }
}

//===- Variables ------------------------------------------------------------===//

// Whether `value`, in a variable or a configuration, is a program of ours.
static bool isOurTool(const Examination &on, StringRef value) {
  std::string file = value.contains('/') ? value.str() : onPath(on, value);
  return !file.empty() && whose(file, on.patient.settings.executable) == Whose::Ours;
}

// A variable with a target in its name, which leads elsewhere than to us.
static void checkVariable(Examination &on, StringRef name, StringRef value, StringRef where) {
  std::string prefix = prefixOf(on.patient);
  for (const Target &target : targets())
    for (const Variable &wanted : environmentFor(target, prefix)) {
      bool leadsToUs = value.contains(prefix) || isOurTool(on, value);
      if (name != wanted.name || value.empty() || leadsToUs || !StringRef(wanted.value).contains(prefix))
        continue;
      on.warn(text("{} is '{}', which is not ours", {name, value}),
              {where.str(), text("{} takes it", {wanted.reader}),
               text("take it out, or say {}", {quoteForShell(wanted.value)})});
    }
}

static void checkVariables(Examination &on) {
  std::vector<StringRef> ownNames;
  for (const OwnVariable &row : ownVariables())
    ownNames.push_back(row.name);
  for (char **entry = on.patient.environment; *entry; ++entry) {
    StringRef name = StringRef(*entry).split('=').first;
    if (!name.starts_with("LAMBDA_CC_") || llvm::is_contained(ownNames, name))
      continue;
    std::vector<std::string> known(ownNames.begin(), ownNames.end() - 1); // but the one that is no person's
    std::vector<std::string> advice = {"there are " + inWords(known)};
    if (StringRef best = nearest(name, ownNames); !best.empty())
      advice.push_back(text("did you mean '{}'?", {best}));
    on.warn(text("nothing reads '{}'", {name}), std::move(advice));
  }

  llvm::Expected<std::optional<llvm::VersionTuple>> ceiling = ceilingOf(on.patient.ceiling);
  if (!ceiling)
    on.error(ceiling.takeError());

  for (char **entry = on.patient.environment; *entry; ++entry) {
    auto [name, value] = StringRef(*entry).split('=');
    checkVariable(on, name, value, "it is in the environment");
  }

  // What cc-rs takes where there is none with the target in its name (callers.md, section 3).
  for (StringRef name : {"TARGET_CC", "TARGET_CXX", "TARGET_AR", "CC", "CXX", "AR"})
    if (StringRef value = on.variable(name); !value.empty() && !isOurTool(on, value.split(' ').first))
      on.warn(text("{} is '{}', which is not ours", {name, value}),
              {"cc-rs takes it for each target whose name is in no such variable",
               "unset it, or set those with the target in their name: lambda-cc env"});

  for (StringRef name : {"RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS"})
    if (StringRef value = on.variable(name); value.contains("linker="))
      on.warn(text("{} names a linker: '{}'", {name, value}),
              {"rustc takes it in place of ours, and for all targets"});
}

//===- cargo's configuration ------------------------------------------------===//

// The configuration files that cargo reads, the nearest first: in .cargo of each folder on the way up, then
// of the home.
static std::vector<std::string> configFiles(const Examination &on) {
  std::vector<std::string> folders;
  for (StringRef folder = on.patient.folder; !folder.empty(); folder = path::parent_path(folder))
    folders.push_back(under(folder, {".cargo"}));
  std::string home = on.variable("CARGO_HOME").str();
  if (home.empty() && !on.variable("HOME").empty())
    home = under(on.variable("HOME"), {".cargo"});
  if (!home.empty() && !llvm::is_contained(folders, home))
    folders.push_back(home);
  std::vector<std::string> files;
  for (const std::string &folder : folders)
    for (StringRef name : {"config", "config.toml"}) // cargo reads the first of the two
      if (std::string file = under(folder, {name}); on.fs->exists(file)) {
        files.push_back(file);
        break;
      }
  return files;
}

// A linker as cargo takes it: with a slash it is relative to the folder that .cargo lies in.
static std::string linkerOf(StringRef file, StringRef value) {
  if (path::is_absolute(value) || !value.contains('/'))
    return value.str();
  return under(path::parent_path(path::parent_path(file)), {value});
}

// Whether a linker of ours is named.
static bool checkConfigValue(Examination &on, StringRef file, const ConfigValue &said) {
  std::string where = text("line {} of {}", {std::to_string(said.line), file});
  StringRef name = said.key.back();
  if (name == "rustflags" && StringRef(said.value).contains("linker="))
    on.warn(text("rustflags name a linker: '{}'", {said.value}), {where, "rustc takes it in place of ours"});
  if (said.key.front() == "env")
    checkVariable(on, name, said.value, where);
  if (said.key.size() != 3 || name != "linker" || !findTarget(said.key[1]))
    return false;
  std::string linker = linkerOf(file, said.value);
  if (isOurTool(on, linker))
    return true;
  bool exists = llvm::sys::fs::can_execute(linker) || !onPath(on, linker).empty();
  std::string what = text(exists ? "the linker of {} is '{}', which is not ours"
                                 : "the linker of {} is '{}', and there is no such program",
                          {said.key[1], said.value});
  std::vector<std::string> advice = {
      where, text("take the line out, or say {}/bin/{}-gcc", {prefixOf(on.patient), said.key[1]})};
  if (exists)
    on.warn(std::move(what), std::move(advice));
  else
    on.error(std::move(what), std::move(advice));
  return false;
}

static void checkConfig(Examination &on) {
  bool namesOurs = false;
  llvm::StringSet<> seen; // the nearest file says it
  for (const std::string &file : configFiles(on)) {
    llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> content = llvm::MemoryBuffer::getFile(file);
    if (!content) {
      on.error(text("'{}' can't be read", {file}), {content.getError().message()});
      continue;
    }
    llvm::Expected<std::vector<ConfigValue>> values = readCargoConfig(file, (*content)->getBuffer());
    if (!values) {
      on.error(values.takeError());
      continue;
    }
    for (const ConfigValue &said : *values)
      if (seen.insert(llvm::join(said.key, ".")).second)
        namesOurs |= checkConfigValue(on, file, said);
  }

  // One of the three ways to say it must be taken.
  for (const Target &target : targets())
    namesOurs |= isOurTool(on, on.variable(environmentFor(target, prefixOf(on.patient)).front().name));
  if (namesOurs)
    return on.ok("cargo is told of lambda-cc");
  if (isOurTool(on, "cc"))
    return on.ok("the cc of PATH is lambda-cc's");
  on.warn("nothing tells cargo of lambda-cc",
          {text("put {}/libexec/lambda-cc/drop-in before all else on PATH", {prefixOf(on.patient)}),
           "or let lambda-cc init write .cargo/config.toml", "or set what lambda-cc env prints"});
}

//===----------------------------------------------------------------------===//

static void askRust(Examination &on) {
  std::string rustc = onPath(on, "rustc");
  if (rustc.empty())
    return;
  llvm::Expected<std::string> sysroot = outputOf({rustc, "--print", "sysroot"});
  if (sysroot)
    on.rustLibraries = under(StringRef(*sysroot).trim(), {"lib", "rustlib"});
  else
    consumeError(sysroot.takeError());
}

std::vector<Finding> examine(const Patient &patient) {
  static constexpr struct {
    llvm::StringLiteral name;
    void (*look)(Examination &on);
  } checks[] = {
      {"sysroots", checkSysroots}, {"clang", checkClang},       {"linker", checkLinker},
      {"archiver", checkArchiver}, {"host", checkHostCompiler}, {"rust", checkRust},
      {"others", checkOthers},     {"names", checkNames},       {"variables", checkVariables},
      {"cargo", checkConfig},
  };
  Examination on{.patient = patient, .check = ""};
  askRust(on);
  for (const auto &row : checks) {
    on.check = row.name;
    row.look(on);
  }
  return std::move(on.findings);
}

} // namespace lambdacc
