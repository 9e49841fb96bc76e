#include "Bundled.h"
#include "Checks.h"
#include "DownloadMark.h"
#include "OwnLibraries.h"
#include "Owner.h"
#include "PackageCommand.h"
#include "PathSearch.h"
#include "Run.h"
#include "Sysroot.h"
#include "System.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace lambdacc {

// Two names that differ by case alone are one file on some file systems, and are counted once, as record.sh
// does.
static uint64_t countFiles(StringRef folder) {
  llvm::StringSet<> files;
  std::error_code error;
  for (llvm::sys::fs::recursive_directory_iterator it(folder, error, /*follow_symlinks=*/false), end;
       !error && it != end; it.increment(error))
    // Not its type(): some file systems do not report it.
    if (auto status = it->status(); !status || !llvm::sys::fs::is_directory(*status))
      files.insert(StringRef(it->path()).drop_front(folder.size()).lower());
  return files.size();
}

// Whether `folder`, which `what` names in messages, is complete, and of the lambda-cc that records `scripts`.
static bool checkBuilt(CheckContext &context, const std::string &what, StringRef folder, StringRef scripts) {
  std::vector<std::string> advice = {"it is " + folder.str(), cureForSysroot.str()};
  std::optional<SysrootRecord> record = recordOf(folder, *context.fs);
  constexpr uint64_t itself = 1;
  uint64_t files = record ? countFiles(folder) - itself : 0;
  if (!record)
    context.error(text("{} does not record what it is made of", {what}), std::move(advice));
  else if (record->scripts != scripts)
    context.error(text("{} was made for another lambda-cc", {what}), std::move(advice));
  else if (files != record->files)
    context.error(text("{} has {} files, and should have {}",
                       {what, std::to_string(files), std::to_string(record->files)}),
                  std::move(advice));
  else
    return true;
  return false;
}

void checkSysroots(CheckContext &context) {
  std::vector<std::string> there;
  std::vector<llvm::Error> missing;
  for (const Target &target : targets()) {
    llvm::Expected<std::string> sysroot = findSysroot(target, context.setup.settings.executable, *context.fs);
    if (!sysroot)
      missing.push_back(sysroot.takeError());
    else if (checkBuilt(context, text("the sysroot of {}", {target.triple}), *sysroot,
                        context.setup.sysroots))
      there.push_back(target.triple.str());
  }
  if (!there.empty())
    context.ok("sysroots for " + joinWithAnd(there));
  for (llvm::Error &error : missing) {
    context.error(std::move(error));
    if (!there.empty()) // an installation may have some of the sysroots on purpose
      context.findings.back().severity = Finding::Warning;
  }
}

void checkInstalledLibraries(CheckContext &context) {
  std::vector<std::string> complete, missing;
  for (const Target &target : targets()) {
    llvm::Expected<std::string> folder =
        findLibraries(target, context.setup.settings.executable, *context.fs);
    if (!folder)
      context.error(folder.takeError());
    else if (folder->empty())
      missing.push_back(target.triple.str());
    else if (checkBuilt(context, text("the folder of libraries of {}", {target.triple}), *folder,
                        context.setup.libraries))
      complete.push_back(target.triple.str());
  }
  if (!complete.empty())
    context.ok("libraries (OpenSSL, libpq and others) for " + joinWithAnd(complete));
  if (!missing.empty())
    context.warn("no libraries (OpenSSL, libpq and others) for " + joinWithAnd(missing),
                 {"crates that want them of the system do not build", cureForLibraries.str()});
}

void checkBundled(CheckContext &context) {
  llvm::Expected<std::optional<Bundled>> found = findBundled(context.places());
  if (!found)
    return context.error(found.takeError());
  const std::optional<Bundled> &own = *found;
  if (!own || !checkBuilt(context, "the LLVM of this lambda-cc", own->folder, context.setup.sysroots))
    return;
  // It may be for another machine or CPU. A compile shows that only by a signal.
  llvm::Expected<std::string> version = outputOf(own->program, {own->program, "clang", "--version"});
  if (!version) {
    Finding failed = asFinding("", version.takeError());
    failed.advice.insert(failed.advice.begin(), failed.what);
    failed.advice.emplace_back("install the package of lambda-cc for this machine, or lambda-cc-tools, which "
                               "runs another clang");
    context.brokenLlvm = own->program;
    return context.error("the LLVM of this lambda-cc does not run on this machine", std::move(failed.advice));
  }
  context.ok(text("LLVM {} of lambda-cc, in {}", {own->version, own->folder}));
}

// Whether the program that a variable names is `wanted`, by its --version.
static bool checkChosen(CheckContext &context, StringRef variable, const Program &program, StringRef wanted) {
  if (context.variable(variable).empty())
    return true;
  std::vector<StringRef> command = {program.path};
  command.insert(command.end(), program.prefix.begin(), program.prefix.end());
  command.push_back("--version");
  llvm::Expected<std::string> version = outputOf(program.path, command);
  bool is = version && StringRef(*version).contains(wanted);
  if (!version)
    consumeError(version.takeError());
  if (!is)
    context.error(text("{} names '{}', which is not {}", {variable, program.path, wanted}),
                  {text("its --version does not name it; unset {} to let one be found", {variable})});
  return is;
}

void checkClang(CheckContext &context) {
  llvm::Expected<Program> clang = findClang(context.places(), context.setup.settings.clang);
  if (!clang)
    return context.error(clang.takeError());
  if (clang->path != context.brokenLlvm && checkChosen(context, "LAMBDA_CC_CLANG", *clang, "clang"))
    context.ok("clang: " + clang->path);
}

// Whether the version that `gcc` prints is that of the headers beside it.
static bool checkVersionOf(CheckContext &context, const Gcc &gcc) {
  llvm::Expected<std::string> version = outputOf(gcc.program.path, {gcc.program.path, "-dumpversion"});
  std::string printed = version ? StringRef(*version).trim().str() : toString(version.takeError());
  unsigned major = 0;
  StringRef(printed).split('.').first.getAsInteger(10, major);
  if (major != gcc.major)
    context.error(text("LAMBDA_CC_GCC selects '{}', which does not match its headers", {gcc.program.path}),
                  {"its -dumpversion: " + printed, "its headers: " + gcc.include});
  return major == gcc.major;
}

void checkGcc(CheckContext &context) {
  const std::string &chosen = context.setup.settings.gcc;
  std::vector<std::string> there;
  std::vector<llvm::Error> missing;
  bool wanted = false;
  for (const Target &target : targets()) {
    if (target.isGlibc()) // one GCC serves both libcs of a machine
      continue;
    llvm::Expected<std::optional<Gcc>> gcc = findGcc(context.places(), target, chosen);
    wanted |= !gcc || gcc->has_value();
    if (!gcc)
      missing.push_back(gcc.takeError());
    else if (const std::optional<Gcc> &found = *gcc; found && checkVersionOf(context, *found))
      there.push_back(text("{} (GCC {}) for {}", {found->program.path, std::to_string(found->major),
                                                  llvm::Triple::getArchTypeName(target.arch)}));
  }
  if (!there.empty())
    context.ok("gcc, in place of clang for C and assembly: " + joinWithAnd(there));
  for (llvm::Error &error : missing) {
    context.error(std::move(error));
    if (!there.empty()) // a person may build for one machine only
      context.findings.back().severity = Finding::Warning;
  }
  std::string specs = std::string(joinPath(prefixOf(context.setup), {"share", "lambda-cc", "gcc.specs"}));
  if (wanted && !context.fs->exists(specs))
    context.error(text("no {}, with which gcc links", {specs}), {cureForSysroot.str()});
}

void checkLinker(CheckContext &context) {
  std::vector<StringRef> libraries;
  if (!context.rustLibraries.empty())
    libraries.push_back(context.rustLibraries);
  llvm::Expected<Program> linker =
      findLinker(context.places(), context.setup.settings.lld, libraries, /*preferRust=*/false);
  if (!linker)
    return context.error(linker.takeError());
  if (linker->path != context.brokenLlvm &&
      checkChosen(context, "LAMBDA_CC_LLD", *linker, kindOf(*linker) == LinkerKind::Mold ? "mold" : "LLD"))
    context.ok("ld.lld: " + linker->path);
}

void checkArchiver(CheckContext &context) {
  llvm::Expected<Program> archiver = findBinutil(context.places(), "llvm-ar");
  if (!archiver)
    return context.error(archiver.takeError());
  if (archiver->path != context.brokenLlvm)
    context.ok("llvm-ar: " + archiver->path);
}

// Where the host's own triple is a musl target, a program of a build without --target starts on Lambda, too,
// but was made by the host's compiler and is not checked.
static const Target *ownMuslTarget(const CheckContext &context) {
  const Target *own = findTarget(context.setup.host);
  return own && !own->isGlibc() ? own : nullptr;
}

// Whether Apple's programs in /usr/bin have those of Xcode or of the Command Line Tools to run. Without these
// each of them opens a dialog, but not xcode-select.
static bool hasDeveloperTools() {
  llvm::Expected<std::string> folder = outputOf("/usr/bin/xcode-select", {"xcode-select", "-p"});
  bool has = static_cast<bool>(folder);
  consumeError(folder.takeError());
  return has;
}

void checkHostCompiler(CheckContext &context) {
  const Target *musl = ownMuslTarget(context);
  if (musl)
    context.ok(
        text("this machine's own triple is {}: only builds with --target are lambda-cc's", {musl->triple}));
  Places places = context.places();
  std::vector<std::string> ours; // also scripts of install --copy, and copies: the tools skip them, too
  for (const std::string &folder : context.setup.settings.path)
    if (llvm::SmallString<256> file = programIn(folder, "cc", places);
        ownerOf(file, context.setup.settings.executable) != Owner::Foreign)
      ours.emplace_back(file);
  std::string tried = joinFolders(ours);
  places.tried = tried;
  llvm::Expected<HostCc> host = findHostCc(places, "cc");
  if (host && isOfApple(host->program.path) && !hasDeveloperTools())
    return context.warn(text("{} does not run: it is Apple's, and its Command Line Tools are not installed",
                             {host->program.path}),
                        {"rustc links build scripts and procedural macros with it", packageCommand("gcc")});
  if (host)
    return context.ok("the host's cc: " + host->program.path);
  consumeError(host.takeError());
  // Then the cc of the drop-in folder links for this machine, if its triple is a target with glibc.
  bool ownLinks = !musl && findTarget(context.setup.host);
  if (ownLinks && isOurTool(context, "cc"))
    return context.ok("no cc for the host: lambda-cc's links build scripts and procedural macros");
  context.warn("no cc for the host",
               {ownLinks ? "rustc links build scripts and procedural macros with it; the cc of the drop-in "
                           "folder does that where it is on PATH"
                         : "rustc links build scripts and procedural macros with it",
                packageCommand("gcc")});
}

// A command-line program gets no dialog from macOS that names the cause: it is killed.
void checkDownloads(CheckContext &context) {
  if (hostSystem() != System::Mac)
    return;
  const Settings &settings = context.setup.settings;
  std::vector<StringRef> rust;
  if (!context.rustLibraries.empty())
    rust.push_back(context.rustLibraries);
  std::vector<std::string> files = {settings.executable};
  auto add = [&](llvm::Expected<Program> program) {
    if (program)
      files.push_back(program->path);
    consumeError(program.takeError()); // the other checks report it
  };
  add(findClang(context.places(), settings.clang));
  add(findLinker(context.places(), settings.lld, rust, /*preferRust=*/false));
  add(findBinutil(context.places(), "llvm-ar"));
  llvm::StringSet<> seen;
  for (const std::string &file : files) {
    llvm::SmallString<256> real = realPath(file, *context.fs);
    StringRef folder = llvm::sys::path::parent_path(real);
    if (llvm::sys::path::filename(folder) == "bin") // the libraries beside it have the mark, too
      folder = llvm::sys::path::parent_path(folder);
    if (isRefused(downloadMark(real)) && seen.insert(folder).second)
      context.warn(text("macOS does not run {}: a browser downloaded it", {real}),
                   {"xattr -dr com.apple.quarantine " + quoteForShell(folder)});
  }
}

static std::string adviceForStd(const CheckContext &context, llvm::ArrayRef<std::string> missing) {
  if (!findOnPath(context.places(), "rustup").empty())
    return "rustup target add " + llvm::join(missing, " ");
  return "this Rust is not rustup's, which has them all: install it, or put a Rust with these first on PATH";
}

void checkRust(CheckContext &context) {
  if (findOnPath(context.places(), "rustc").empty())
    return context.error(
        "no rustc to run",
        {"looked for it in PATH: " + joinFolders(context.setup.settings.path), "install Rust with rustup"});
  if (context.rustLibraries.empty())
    return context.error("rustc does not report where its libraries are", context.rustFailure);
  std::vector<std::string> there;
  std::vector<std::string> missing;
  for (const Target &target : targets()) {
    bool has = context.fs->exists(joinPath(context.rustLibraries, {target.triple, "lib"}));
    (has ? there : missing).push_back(target.triple.str());
  }
  if (there.empty())
    return context.error(
        "Rust's std is there for none of the targets",
        {text("looked for them in {}", {context.rustLibraries}), adviceForStd(context, missing)});
  context.ok(text("Rust's std for {}, in {}", {joinWithAnd(there), context.rustLibraries}));
  if (!missing.empty())
    context.warn("no std of Rust for " + joinWithAnd(missing), {adviceForStd(context, missing)});
}

} // namespace lambdacc
