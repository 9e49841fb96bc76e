#include "Doctor.h"
#include "CargoConfig.h"
#include "Failure.h"
#include "OwnVariables.h"
#include "Run.h"
#include "RustFlags.h"
#include "Switches.h"
#include "Sysroot.h"
#include "Text.h"
#include "WholeFile.h"
#include "Whose.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <map>

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
  std::string rustLibraries = {};            // <rustc's sysroot>/lib/rustlib, or ""
  std::vector<std::string> rustFailure = {}; // why there is none

  void ok(std::string what) { findings.push_back({Finding::Ok, check, std::move(what), {}}); }
  void warn(std::string what, std::vector<std::string> advice) {
    findings.push_back({Finding::Warning, check, std::move(what), std::move(advice)});
  }
  void error(std::string what, std::vector<std::string> advice) {
    findings.push_back({Finding::Error, check, std::move(what), std::move(advice)});
  }
  void error(llvm::Error error) { findings.push_back(asFinding(check, std::move(error))); }

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

static uint64_t countFiles(StringRef folder) {
  uint64_t files = 0;
  std::error_code error;
  for (llvm::sys::fs::recursive_directory_iterator it(folder, error, /*follow_symlinks=*/false), end;
       !error && it != end; it.increment(error))
    // Not its type(), which some file systems don't say.
    if (auto status = it->status(); !status || !llvm::sys::fs::is_directory(*status))
      ++files;
  return files;
}

// Whether the sysroot is whole, and of this lambda-cc.
static bool checkSysroot(Examination &on, const Target &target, StringRef sysroot) {
  std::vector<std::string> advice = {"it is " + sysroot.str(), cureForSysroot.str()};
  std::optional<SysrootRecord> record = recordOf(sysroot, *on.fs);
  constexpr uint64_t itself = 1;
  uint64_t files = record ? countFiles(sysroot) - itself : 0;
  if (!record)
    on.error(text("the sysroot of {} does not say what it is made of", {target.triple}), std::move(advice));
  else if (record->scripts != on.patient.sysroots)
    on.error(text("the sysroot of {} was made for another lambda-cc", {target.triple}), std::move(advice));
  else if (files != record->files)
    on.error(text("the sysroot of {} has {} files, and should have {}",
                  {target.triple, std::to_string(files), std::to_string(record->files)}),
             std::move(advice));
  else
    return true;
  return false;
}

static void checkSysroots(Examination &on) {
  std::vector<std::string> there;
  std::vector<llvm::Error> missing;
  for (const Target &target : targets()) {
    llvm::Expected<std::string> sysroot = findSysroot(target, on.patient.settings.executable, *on.fs);
    if (!sysroot)
      missing.push_back(sysroot.takeError());
    else if (checkSysroot(on, target, *sysroot))
      there.push_back(target.triple.str());
  }
  if (!there.empty())
    on.ok("sysroots for " + inWords(there));
  for (llvm::Error &error : missing) {
    on.error(std::move(error));
    if (!there.empty()) // a part is what somebody may have wanted
      on.findings.back().severity = Finding::Warning;
  }
}

// Whether the program that a variable names is what it is named as, by what it says of itself.
static bool checkChosen(Examination &on, StringRef variable, const Program &program, StringRef wanted) {
  if (on.variable(variable).empty())
    return true;
  std::vector<StringRef> command = {program.path};
  command.insert(command.end(), program.prefix.begin(), program.prefix.end());
  command.push_back("--version");
  llvm::Expected<std::string> version = outputOf(program.path, command);
  bool is = version && StringRef(*version).contains(wanted);
  if (!version)
    consumeError(version.takeError());
  if (!is)
    on.error(text("{} names '{}', which is no {}", {variable, program.path, wanted}),
             {text("asked it by --version; unset {} to let one be found", {variable})});
  return is;
}

static void checkClang(Examination &on) {
  llvm::Expected<Program> clang = findClang(on.places(), on.patient.settings.clang);
  if (!clang)
    return on.error(clang.takeError());
  if (checkChosen(on, "LAMBDA_CC_CLANG", *clang, "clang"))
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
  if (checkChosen(on, "LAMBDA_CC_LLD", *linker, kindOf(*linker) == LinkerKind::Mold ? "mold" : "LLD"))
    on.ok("ld.lld: " + linker->path);
}

static void checkArchiver(Examination &on) {
  llvm::Expected<Program> archiver = findBinutil(on.places(), "llvm-ar");
  if (!archiver)
    return on.error(archiver.takeError());
  on.ok("llvm-ar: " + archiver->path);
}

static void checkHostCompiler(Examination &on) {
  std::string
      ours; // scripts of install --copy, and copies: to be looked past as the tools look past themselves
  for (const std::string &folder : on.patient.settings.path)
    if (std::string file = under(folder, {"cc"});
        whose(file, on.patient.settings.executable) != Whose::Foreign)
      ours += file + ":";
  Places places = on.places();
  places.tried = ours;
  llvm::Expected<HostCc> host = findHostCc(places, "cc");
  if (host)
    return on.ok("the host's cc: " + host->program.path);
  consumeError(host.takeError());
  on.warn("no cc for the host",
          {"rustc links build scripts and procedural macros with it; the cc of the drop-in "
           "folder does that where it is on PATH",
           "apt-get install gcc"});
}

static std::string cureForStd(const Examination &on, llvm::ArrayRef<std::string> missing) {
  if (!onPath(on, "rustup").empty())
    return "rustup target add " + llvm::join(missing, " ");
  return "this Rust is not rustup's, which has them all: install it, or put a Rust with these first on PATH";
}

static void checkRust(Examination &on) {
  if (onPath(on, "rustc").empty())
    return on.error("no rustc to run", {"looked for it in PATH: " + llvm::join(on.patient.settings.path, ":"),
                                        "install Rust with rustup"});
  if (on.rustLibraries.empty())
    return on.error("rustc does not say where its libraries are", on.rustFailure);
  std::vector<std::string> there;
  std::vector<std::string> missing;
  for (const Target &target : targets()) {
    bool has = on.fs->exists(under(on.rustLibraries, {target.triple, "lib"}));
    (has ? there : missing).push_back(target.triple.str());
  }
  if (there.empty())
    return on.error("Rust's std is there for none of the targets",
                    {text("looked for them in {}", {on.rustLibraries}), cureForStd(on, missing)});
  on.ok(text("Rust's std for {}, in {}", {inWords(there), on.rustLibraries}));
  if (!missing.empty())
    on.warn("no std of Rust for " + inWords(missing), {cureForStd(on, missing)});
}

//===- PATH -----------------------------------------------------------------===//

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

namespace {
// A name of ours that lies in a folder of PATH.
struct Name {
  StringRef name;
  std::string file;
  Whose owner;
};
} // namespace

// Those of a folder that run, and in `gone` those that lead to a lambda-cc that is no more.
static std::vector<Name> namesIn(const Examination &on, StringRef folder, const llvm::StringSet<> &ours,
                                 std::vector<std::string> &gone) {
  std::vector<Name> names;
  std::error_code error;
  for (llvm::sys::fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    auto name = ours.find(path::filename(it->path()));
    if (name == ours.end())
      continue;
    if (llvm::sys::fs::can_execute(it->path()) && !llvm::sys::fs::is_directory(it->path()))
      names.push_back({name->first(), it->path(), whose(it->path(), on.patient.settings.executable)});
    else if (llvm::sys::fs::is_symlink_file(it->path()) && !llvm::sys::fs::exists(it->path()))
      gone.push_back(it->path());
  }
  llvm::sort(names, [](const Name &a, const Name &b) { return a.name < b.name; });
  llvm::sort(gone);
  return names;
}

// "'/o/bin/musl-gcc' and 3 others".
static std::string some(llvm::ArrayRef<std::string> files) {
  std::string more = files.size() == 1   ? ""
                     : files.size() == 2 ? " and another name"
                                         : text(" and {} other names", {std::to_string(files.size() - 1)});
  return text("'{}'{}", {files.front(), more});
}

// For each of our names the first of PATH decides.
static void checkNames(Examination &on) {
  llvm::StringSet<> ours(llvm::ArrayRef<StringRef>(on.patient.names));
  llvm::StringMap<std::string> foreign; // what stands before ours, if ours comes
  llvm::StringSet<> taken;
  for (const std::string &folder : on.patient.settings.path) {
    std::vector<std::string> gone, others;
    std::map<std::string, std::vector<std::string>> hidden; // by the folder that hides them
    for (const Name &each : namesIn(on, folder, ours, gone)) {
      if (taken.contains(each.name))
        continue;
      if (each.owner == Whose::Foreign) {
        foreign.try_emplace(each.name, each.file);
        continue;
      }
      taken.insert(each.name);
      if (each.owner == Whose::Another)
        others.push_back(each.file);
      else if (auto before = foreign.find(each.name); before != foreign.end())
        hidden[path::parent_path(before->second).str()].push_back(before->second);
    }
    if (!gone.empty())
      on.warn(text("{} in {} lead nowhere", {some(gone), folder}),
              {text("make them anew: lambda-cc install {}", {folder})});
    if (!others.empty())
      on.error(text("{} in {} are of another lambda-cc, or copies", {some(others), folder}),
               {text("take {} from PATH, or put it behind", {folder})});
    for (const auto &[hiding, files] : hidden)
      on.warn(text("{} stand before ours on PATH", {some(files)}),
              {text("ours are in {}: put it before {} on PATH", {folder, hiding})});
  }
}

//===- Variables ------------------------------------------------------------===//

// Whether `value`, in a variable or a configuration, is a program of ours.
static bool isOurTool(const Examination &on, StringRef value) {
  std::string file = value.contains('/') ? value.str() : onPath(on, value);
  return !file.empty() && whose(file, on.patient.settings.executable) == Whose::Ours;
}

// The same, under a name for `target`.
static bool isToolFor(const Examination &on, StringRef value, const Target &target) {
  return isOurTool(on, value) && llvm::any_of(prefixes(target), [&](StringRef prefix) {
           return path::filename(value).starts_with((prefix + "-").str());
         });
}

// The host's own triple is for what is built for the host, too, and may be anybody's.
static bool isHosts(const Examination &on, const Target &target) {
  return target.isGlibc() && target.machine == on.patient.hostMachine;
}

// Whether `value` leads where `wanted` does: to a tool for the same target, through whatever wrapper, or to
// something else of the installation that is there.
static bool leadsToUs(const Examination &on, StringRef value, const Variable &wanted, const Target &target) {
  std::string inside = prefixOf(on.patient) + "/";
  if (!StringRef(wanted.value).starts_with(inside + "bin/"))
    return value == wanted.value ||
           (isOf(inside, value) && (!value.starts_with(inside) || on.fs->exists(value)));
  llvm::SmallVector<StringRef> words;
  value.split(words, ' ', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  return isToolFor(on, value, target) ||
         llvm::any_of(words, [&](StringRef word) { return isToolFor(on, word, target); });
}

// A variable with a target in its name, which leads elsewhere than to us. cc-rs takes it with dashes, too.
static void checkVariable(Examination &on, StringRef name, StringRef value, StringRef where) {
  std::string underscored = name.str();
  std::replace(underscored.begin(), underscored.end(), '-', '_');
  std::string prefix = prefixOf(on.patient);
  for (const Target &target : targets())
    for (const Variable &wanted : environmentFor(target, prefix)) {
      bool speaksOfUs = StringRef(wanted.value).contains(prefix);
      if (underscored != wanted.name || value.empty() || !speaksOfUs || isHosts(on, target) ||
          leadsToUs(on, value, wanted, target))
        continue;
      std::vector<std::string> advice = {where.str(), text("{} takes it", {wanted.reader}),
                                         text("take it out, or say {}", {quoteForShell(wanted.value)})};
      bool isGone = value.starts_with("/") && !value.contains(' ') && !on.fs->exists(value);
      if (isGone)
        on.error(text("{} is '{}', which is not there", {name, value}), std::move(advice));
      else
        on.warn(text("{} is '{}', which is not ours", {name, value}), std::move(advice));
    }
}

static constexpr StringRef nativeIsNot =
    "Lambda's hosts differ from it, and from each other: an instruction that one of "
    "them lacks ends the program";

// A name that begins as ours do, and that nothing reads.
static void checkOwnNames(Examination &on) {
  std::vector<StringRef> all, persons;
  for (const OwnVariable &row : ownVariables()) {
    all.push_back(row.name);
    if (row.isPersons)
      persons.push_back(row.name);
  }
  std::vector<std::string> known(persons.begin(), persons.end());
  for (char **entry = on.patient.environment; *entry; ++entry) {
    StringRef name = StringRef(*entry).split('=').first;
    if (!name.starts_with("LAMBDA_CC_") || llvm::is_contained(all, name))
      continue;
    std::vector<std::string> advice = {"there are " + inWords(known)};
    if (StringRef best = nearest(name, persons); !best.empty())
      advice.push_back(text("did you mean '{}'?", {best}));
    on.warn(text("nothing reads '{}'", {name}), std::move(advice));
  }
}

// Each by the parser of the tools that read it.
static void checkOwnValues(Examination &on) {
  bool isCeiling = true;
  for (const OwnVariable &row : ownVariables()) {
    StringRef value = on.variable(row.name);
    if (!row.isPersons && !value.empty())
      on.warn(text("{} is set, which the tools set for each other", {row.name}),
              {"with it they pass over the host's compilers that it names; unset it"});
    llvm::Error error = row.check ? row.check(value) : llvm::Error::success();
    if (!error)
      continue;
    isCeiling &= row.name != "LAMBDA_CC_GLIBC" && row.name != "LAMBDA_CC_RUNTIME";
    on.error(std::move(error));
  }
  if (!isCeiling) // what they say together is of no use then
    return;
  llvm::Expected<std::optional<llvm::VersionTuple>> ceiling = ceilingOf(on.patient.ceiling);
  if (!ceiling)
    on.error(ceiling.takeError());
}

static void checkCache(Examination &on) {
  llvm::Expected<Cache> wanted = parseCache(on.variable("LAMBDA_CC_CACHE"));
  if (!wanted) // which checkOwnValues() says
    return consumeError(wanted.takeError());
  llvm::Expected<Program> cache = findCache(on.places(), on.variable("LAMBDA_CC_CACHE"));
  if (!cache)
    on.error(cache.takeError());
  else if (cache->found())
    on.ok("a cache of objects: " + cache->path);
}

static void checkVariables(Examination &on) {
  checkOwnNames(on);
  checkOwnValues(on);
  checkCache(on);
  for (char **entry = on.patient.environment; *entry; ++entry) {
    auto [name, value] = StringRef(*entry).split('=');
    checkVariable(on, name, value, "it is in the environment");
  }

  // What cc-rs takes where there is none with the target in its name (callers.md, section 3).
  for (StringRef name : {"TARGET_CC", "TARGET_CXX", "TARGET_AR", "CC", "CXX", "AR"})
    if (StringRef value = on.variable(name);
        !value.empty() &&
        llvm::none_of(llvm::split(value, ' '), [&](StringRef word) { return isOurTool(on, word); }))
      on.error(text("{} is '{}', which is not ours", {name, value}),
               {"cc-rs takes it for each target whose name is in no such variable",
                "unset it, or set those with the target in their name: lambda-cc env"});

  for (StringRef name : {"RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS"})
    if (StringRef value = on.variable(name); value.contains("target-cpu=native"))
      on.warn(text("{} asks for the CPU of this machine: '{}'", {name, value}), {nativeIsNot.str()});
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
  if (name == "rustflags" && StringRef(said.value).contains("target-cpu=native"))
    on.warn(text("rustflags ask for the CPU of this machine: '{}'", {said.value}),
            {where, nativeIsNot.str()});
  if (said.key.front() == "env")
    checkVariable(on, name, said.value, where);
  const Target *target = said.key.size() == 3 && name == "linker" ? findTarget(said.key[1]) : nullptr;
  if (!target)
    return false;
  std::string linker = linkerOf(file, said.value);
  if (isToolFor(on, linker, *target))
    return true;
  if (isHosts(on, *target))
    return false;
  bool exists = llvm::sys::fs::can_execute(linker) || !onPath(on, linker).empty();
  std::string what = text(exists ? "the linker of {} is '{}', which is none of ours for it"
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

// Another installation that an init of before wrote of, which is to be said once, or "".
static std::string checkInstallations(Examination &on, StringRef file, llvm::ArrayRef<ConfigValue> values) {
  std::string own = prefixOf(on.patient) + "/";
  for (const ConfigValue &said : values) {
    StringRef other = installationIn(said.value);
    if (other.empty() || other == own)
      continue;
    bool isGone = !on.fs->exists(other);
    std::string what = text("'{}' is of the lambda-cc in {}, which is {}",
                            {file, other.rtrim('/'), isGone ? "gone" : "not this one"});
    std::vector<std::string> advice = {"repeat lambda-cc init, which makes these lines anew"};
    if (isGone)
      on.error(std::move(what), std::move(advice));
    else
      on.warn(std::move(what), std::move(advice));
    return other.str();
  }
  return "";
}

static void checkConfig(Examination &on) {
  bool namesOurs = false;
  llvm::StringSet<> seen; // the nearest file says it
  for (const std::string &file : configFiles(on)) {
    llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> content = readWhole(file);
    if (!content) {
      on.error(text("'{}' can't be read", {file}), {toString(content.takeError())});
      continue;
    }
    llvm::Expected<std::vector<ConfigValue>> values = readCargoConfig(file, (*content)->getBuffer());
    if (!values) {
      on.error(values.takeError());
      continue;
    }
    std::string other = checkInstallations(on, file, *values);
    for (const ConfigValue &said : *values)
      if (seen.insert(llvm::join(said.key, ".")).second && !isOf(other, said.value))
        namesOurs |= checkConfigValue(on, file, said);
  }

  // One of the three ways to say it must be taken.
  for (const Target &target : targets())
    namesOurs |=
        isToolFor(on, on.variable(environmentFor(target, prefixOf(on.patient)).front().name), target);
  if (isOurTool(on, "cc"))
    return on.ok("the cc of PATH is lambda-cc's");
  if (namesOurs) {
    on.ok("cargo is told of lambda-cc");
    for (const Target &target : targets())
      if (isHosts(on, target))
        on.ok(text("{} is this machine's own: without the drop-in folder on PATH its cc builds it, for the "
                   "glibc that "
                   "is here",
                   {target.triple}));
    return;
  }
  std::string dropIn = prefixOf(on.patient) + "/libexec/lambda-cc/drop-in";
  on.error("nothing tells cargo of lambda-cc",
           {on.fs->exists(dropIn) ? text("put {} before all else on PATH", {dropIn})
                                  : text("{} is not there: install lambda-cc as a whole", {dropIn}),
            text("or let {} init write .cargo/config.toml", {on.patient.settings.executable}),
            text("or set what {} env prints", {on.patient.settings.executable})});
}

//===----------------------------------------------------------------------===//

static void askRust(Examination &on) {
  std::string rustc = onPath(on, "rustc");
  if (rustc.empty())
    return;
  llvm::Expected<std::string> sysroot = outputOf(rustc, {rustc, "--print", "sysroot"});
  if (sysroot)
    on.rustLibraries = under(StringRef(*sysroot).trim(), {"lib", "rustlib"});
  else
    handleAllErrors(sysroot.takeError(), [&](const Failure &failure) {
      on.rustFailure = failure.evidence;
      on.rustFailure.insert(on.rustFailure.begin(), failure.headline);
    });
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
