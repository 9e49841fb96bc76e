#include "Checks.h"
#include "Owner.h"
#include "Run.h"
#include "Sysroot.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace lambdacc {

static uint64_t countFiles(StringRef folder) {
  uint64_t files = 0;
  std::error_code error;
  for (llvm::sys::fs::recursive_directory_iterator it(folder, error, /*follow_symlinks=*/false), end;
       !error && it != end; it.increment(error))
    // Not its type(): some file systems do not report it.
    if (auto status = it->status(); !status || !llvm::sys::fs::is_directory(*status))
      ++files;
  return files;
}

// Whether the sysroot is complete, and of this lambda-cc.
static bool checkSysroot(Examination &on, const Target &target, StringRef sysroot) {
  std::vector<std::string> advice = {"it is " + sysroot.str(), cureForSysroot.str()};
  std::optional<SysrootRecord> record = recordOf(sysroot, *on.fs);
  constexpr uint64_t itself = 1;
  uint64_t files = record ? countFiles(sysroot) - itself : 0;
  if (!record)
    on.error(text("the sysroot of {} does not record what it is made of", {target.triple}),
             std::move(advice));
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

void checkSysroots(Examination &on) {
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
    on.ok("sysroots for " + joinWithAnd(there));
  for (llvm::Error &error : missing) {
    on.error(std::move(error));
    if (!there.empty()) // an installation may have some of the sysroots on purpose
      on.findings.back().severity = Finding::Warning;
  }
}

// Whether the program that a variable names is `wanted`, by its --version.
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
    on.error(text("{} names '{}', which is not {}", {variable, program.path, wanted}),
             {text("its --version does not name it; unset {} to let one be found", {variable})});
  return is;
}

void checkClang(Examination &on) {
  llvm::Expected<Program> clang = findClang(on.places(), on.patient.settings.clang);
  if (!clang)
    return on.error(clang.takeError());
  if (checkChosen(on, "LAMBDA_CC_CLANG", *clang, "clang"))
    on.ok("clang: " + clang->path);
}

void checkLinker(Examination &on) {
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

void checkArchiver(Examination &on) {
  llvm::Expected<Program> archiver = findBinutil(on.places(), "llvm-ar");
  if (!archiver)
    return on.error(archiver.takeError());
  on.ok("llvm-ar: " + archiver->path);
}

void checkHostCompiler(Examination &on) {
  std::string ours; // also scripts of install --copy, and copies: the tools skip them, too
  for (const std::string &folder : on.patient.settings.path)
    if (std::string file = under(folder, {"cc"});
        ownerOf(file, on.patient.settings.executable) != Owner::Foreign)
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

void checkRust(Examination &on) {
  if (onPath(on, "rustc").empty())
    return on.error("no rustc to run", {"looked for it in PATH: " + llvm::join(on.patient.settings.path, ":"),
                                        "install Rust with rustup"});
  if (on.rustLibraries.empty())
    return on.error("rustc does not report where its libraries are", on.rustFailure);
  std::vector<std::string> there;
  std::vector<std::string> missing;
  for (const Target &target : targets()) {
    bool has = on.fs->exists(under(on.rustLibraries, {target.triple, "lib"}));
    (has ? there : missing).push_back(target.triple.str());
  }
  if (there.empty())
    return on.error("Rust's std is there for none of the targets",
                    {text("looked for them in {}", {on.rustLibraries}), cureForStd(on, missing)});
  on.ok(text("Rust's std for {}, in {}", {joinWithAnd(there), on.rustLibraries}));
  if (!missing.empty())
    on.warn("no std of Rust for " + joinWithAnd(missing), {cureForStd(on, missing)});
}

} // namespace lambdacc
