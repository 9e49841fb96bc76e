// lambda-cc init: what `env --format cargo` prints, in the configuration of a project or of cargo's home.
#include "CargoConfigs.h"
#include "Failure.h"
#include "HostCc.h"
#include "Owner.h"
#include "Print.h"
#include "RuntimeName.h"
#include "System.h"
#include "TargetOptions.h"
#include "Text.h"
#include "WholeFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using llvm::SmallString;
using llvm::StringRef;
namespace path = llvm::sys::path;
namespace fs = llvm::sys::fs;

namespace lambdacc {

static std::vector<StringRef> formNames() { return {"names", "paths"}; }
static constexpr Option formOption = {.name = "--form",
                                      .value = "F",
                                      .help = "names that PATH resolves, or paths of this installation",
                                      .values = formNames};
static constexpr Option userOption = {.name = "--user",
                                      .help = "for all projects of this user: in cargo's home"};
static constexpr Option undoOption = {.name = "--undo", .help = "remove what init added"};
static constexpr Option dryRunOption = {.name = "--dry-run",
                                        .help = "show what would change, and write nothing"};

//===- The file -------------------------------------------------------------===//

// In .cargo of a project, or in cargo's home. cargo prefers `config`, its name before cargo 1.39, if both
// exist.
static std::string configIn(StringRef folder) {
  SmallString<256> file(folder);
  path::append(file, "config");
  return std::string(file) + (fs::exists(file) ? "" : ".toml");
}

static llvm::Expected<std::string> requestedFile(const Session &session, const Arguments &arguments) {
  if (arguments.has(userOption.name)) {
    if (!arguments.positionals.empty())
      return failUsage(text("'{}' with --user", {arguments.positionals.front()}),
                       {"--user is for all projects: leave out the folder of one"});
    if (session.cargoHome.empty())
      return fail("neither CARGO_HOME nor HOME is set",
                  {"they name the folder of cargo's own configuration"});
    return configIn(session.cargoHome);
  }
  StringRef folder = arguments.positionals.empty() ? "." : arguments.positionals.front();
  if (arguments.positionals.empty() && !fs::exists("Cargo.toml"))
    return fail("no Cargo.toml here", {"name the folder of a project, or this one: lambda-cc init ."});
  fs::file_status status;
  if (std::error_code error = fs::status(folder, status); error == std::errc::permission_denied)
    return fail(text("'{}' can't be read", {folder}), {error.message()});
  if (!fs::is_directory(status))
    return fail(text("no folder '{}'", {folder}),
                {"name the folder of a project, the one with its Cargo.toml"});
  SmallString<256> config(folder == "." ? "" : folder);
  path::append(config, ".cargo");
  return configIn(config);
}

static llvm::Error cannot(StringRef what, StringRef file, llvm::Error error) {
  return fail(text("'{}' can't be {}", {file, what}), {toString(std::move(error))});
}

namespace {
// A change of the file's content. `created` is what the file needs first, if it is to be written.
using Edit = llvm::function_ref<llvm::Expected<ConfigChange>(StringRef content, Created created)>;
} // namespace

// An error if it can't be known: .cargo may be closed to this user.
static llvm::Expected<bool> exists(const std::string &file) {
  llvm::Expected<std::string> real = realFile(file);
  if (!real)
    return cannot("read", file, real.takeError());
  std::error_code error = fs::access(file, fs::AccessMode::Exist);
  if (error && error != std::errc::no_such_file_or_directory)
    return cannot("read", file, llvm::errorCodeToError(error));
  return !error;
}

static llvm::Expected<ConfigChange> changeOf(const std::string &file, bool hasFolder, Edit edit) {
  llvm::Expected<bool> isThere = exists(file);
  if (!isThere)
    return isThere.takeError();
  if (!*isThere)
    return edit("", hasFolder ? Created::File : Created::FileAndFolder);
  llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> content = readWhole(file);
  if (!content)
    return cannot("read", file, content.takeError());
  return edit((*content)->getBuffer(), Created::Nothing);
}

static llvm::Error write(const std::string &file, const ConfigChange &change) {
  // A link stays: its file may be shared.
  if (change.created == Created::Nothing || fs::is_symlink_file(file))
    return writeWhole(file, change.text);
  if (std::error_code error = removeWhole(file))
    return llvm::errorCodeToError(error);
  if (change.created == Created::FileAndFolder)
    (void)fs::remove(path::parent_path(file)); // fails if it has other files by now
  return llvm::Error::success();
}

// Reads and writes under one lock. If two init run at once, both change the file.
static llvm::Expected<ConfigChange> change(const std::string &file, Edit edit) {
  llvm::Expected<std::string> real = realFile(file);
  if (!real)
    return cannot("written", file, real.takeError());
  llvm::Expected<FolderLock> lock = FolderLock::take(path::parent_path(*real).str());
  if (!lock)
    return cannot("written", file, lock.takeError());
  bool isNew = lock->madeFolder();
  llvm::Expected<ConfigChange> change = changeOf(file, /*hasFolder=*/!isNew, edit);
  bool changes = change && !change->shown.empty();
  if (changes)
    if (llvm::Error error = write(file, *change))
      change = cannot("written", file, std::move(error));
  if (isNew && (!change || !changes))
    (void)fs::remove(path::parent_path(file)); // fails if another process has put a file there
  return change;
}

namespace {
struct Texts {
  StringRef nothing; // if nothing changes
  StringRef advice;  // for what keeps its value
};
} // namespace

// Lines are those of the file as it is now: with --dry-run, it was not changed.
static void show(const Session &session, const Arguments &arguments, StringRef file,
                 const ConfigChange &change, const Texts &texts) {
  printLines({change.shown.empty() ? text("{}: {}", {file, texts.nothing}) : text("{}:", {file})});
  printLines(change.shown);
  for (const auto &[set, includedFile] : change.kept) {
    bool moved = includedFile.empty() && !arguments.has(dryRunOption.name);
    unsigned line = moved ? change.lineAfter[set.line - 1] : set.line;
    StringRef where = includedFile.empty() ? file : StringRef(includedFile);
    printWarning(
        session.prog, text("'{}' is left as it is", {llvm::join(set.key, ".")}),
        {text("line {} of {} has '{}'", {std::to_string(line), where, set.value}), texts.advice.str()});
  }
}

//===- init -----------------------------------------------------------------===//

// Whether PATH resolves all names of `variables` to tools of this installation.
static bool resolves(const Session &session, llvm::ArrayRef<Variable> variables) {
  return llvm::all_of(variables, [&](const Variable &variable) {
    if (isAbsolute(variable.value)) // OpenSSL's folder
      return true;
    for (const std::string &folder : session.settings.path)
      if (std::string file = folder + "/" + programFile(variable.value); fs::can_execute(file))
        return ownerOf(file, session.settings.executable) == Owner::Ours;
    return false;
  });
}

// A project's configuration is shared, often in git, and other machines have other folders. So it gets names
// if PATH resolves them here. Cargo's home is this machine's own.
static bool usesNames(const Session &session, const Arguments &arguments, llvm::ArrayRef<Variable> names) {
  if (arguments.has(formOption.name))
    return arguments.last(formOption.name) == "names";
  return !arguments.has(userOption.name) && resolves(session, names);
}

// What the added lines don't do.
static std::vector<std::string> remarks(const Session &session, const Arguments &arguments, bool names) {
  std::vector<std::string> lines;
  if (names)
    lines.push_back("bindgen needs paths if this machine has an llvm-config: lambda-cc init --form paths");
  bool dropInFirst =
      !session.settings.path.empty() && fs::equivalent(session.settings.path.front(), dropInOf(session));
  if (const Target *host = hostTarget(session); host && !arguments.has(targetOption.name) && !dropInFirst)
    lines.push_back(
        text("{} is this machine's own triple and is left out: to build it for Lambda, put {} first on PATH",
             {host->triple, dropInOf(session)}));
  return lines;
}

// The configurations that cargo reads beside `file`, and `file`.
static CargoConfigs configsWith(const std::string &file, const Session &session) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> files = llvm::vfs::getRealFileSystem();
  StringRef folder = path::parent_path(path::parent_path(file));
  SmallString<256> real; // .. and links: cargo goes up from the real folder
  (void)fs::real_path(folder.empty() ? "." : folder, real);
  return readCargoConfigs(real, session.cargoHome, *files);
}

// `variables` without a runner or flags that have no use, or that would join those of a person in `configs`:
// cargo merges the configurations of all folders, and does not accept a list beside a string. With `hasPath`,
// PATH has our tools.
static std::vector<Variable> withoutSet(const Session &session, llvm::ArrayRef<Variable> variables,
                                        const CargoConfigs &configs, bool hasPath) {
  std::vector<Variable> useful;
  for (const Variable &variable : variables) {
    const Target *target = findTarget(variable.targetOf);
    if (!target || variable.key == "linker") {
      useful.push_back(variable);
      continue;
    }
    std::vector<SetName> set = setFor(*target, configs);
    llvm::erase_if(set, [&](const SetName &each) { // what an earlier init wrote
      return StringRef(each.value).ends_with("/lib/static-stdc++") ||
             programName(each.value) == (target->triple + "-run").str();
    });
    Facts facts = {.hostMachine = hostMachine(),
                   .takesFlags = fs::exists(folderOfStaticCxx(*target, prefixOf(session)) + "/libstdc++.a"),
                   .hasPath = hasPath};
    Additions additions =
        additionsFor(*target, usefulOf({variable}, *target, facts), set, [](StringRef) { return true; });
    llvm::append_range(useful, additions.added);
  }
  return useful;
}

static llvm::Expected<int> add(const Session &session, const Arguments &arguments, const std::string &file) {
  llvm::Expected<std::vector<Target>> requested = requestedTargets(session, arguments);
  if (!requested)
    return requested.takeError();
  if (std::optional<Runtime> runtime = findRuntime(arguments.last(runtimeOption.name));
      runtime && needsVariable(*runtime))
    return failUsage(
        text("init can't write '{}'", {runtime->name}),
        {"the lines of init name tools, and these names have a glibc, but no CPU and no image",
         text("leave --runtime out, and set LAMBDA_CC_RUNTIME={}, as in [env] of .cargo/config.toml",
              {runtime->name})});
  std::vector<Variable> names, paths;
  for (const Target &target : *requested) {
    llvm::append_range(names, portableEnvironmentFor(target));
    std::vector<Variable> all = environmentFor(target, prefixOf(session));
    if (!needsOpensslFolder(session, target))
      llvm::erase_if(all, isOpensslFolder);
    llvm::append_range(paths, all);
  }
  CargoConfigs configs = configsWith(file, session);
  names = withoutSet(session, names, configs, /*hasPath=*/true);
  paths = withoutSet(session, paths, configs, /*hasPath=*/false);
  bool withNames = usesNames(session, arguments, names);
  CargoConfigs included = includedBy(file, *llvm::vfs::getRealFileSystem());
  auto edit = [&](StringRef content, Created created) {
    return addToCargoConfig(file, content, withNames ? names : paths, created, included.files);
  };
  llvm::Expected<ConfigChange> done = arguments.has(dryRunOption.name)
                                          ? changeOf(file, fs::is_directory(path::parent_path(file)), edit)
                                          : change(file, edit);
  if (!done)
    return done.takeError();
  show(session, arguments, file, *done,
       {"nothing to add", "to replace it, remove that line and repeat this command"});
  if (!done->shown.empty())
    printLines(remarks(session, arguments, withNames));
  if (withNames && !resolves(session, names))
    printWarning(session.prog, "PATH does not have the tools of this installation",
                 {text("to build here, put {} first on PATH", {dropInOf(session)})});
  return 0;
}

static llvm::Expected<int> undo(const Session &session, const Arguments &arguments, const std::string &file) {
  for (const Option &option : {formOption, runtimeOption})
    if (arguments.has(option.name))
      return failUsage(text("'{}' with --undo", {option.name}),
                       {"--undo removes the lines of all forms and runtimes: leave it out"});
  std::vector<Target> wanted = targets();
  if (arguments.has(targetOption.name)) {
    llvm::Expected<std::vector<Target>> requested = requestedTargets(session, arguments);
    if (!requested)
      return requested.takeError();
    wanted = std::move(*requested);
  }
  auto edit = [&](StringRef content, Created) { return removeFromCargoConfig(file, content, wanted); };
  llvm::Expected<bool> isThere = exists(file);
  if (!isThere)
    return isThere.takeError();
  llvm::Expected<ConfigChange> done = arguments.has(dryRunOption.name) || !*isThere
                                          ? changeOf(file, /*hasFolder=*/true, edit)
                                          : change(file, edit);
  if (!done)
    return done.takeError();
  show(session, arguments, file, *done, {"nothing to remove", "it was edited; remove that line by hand"});
  return 0;
}

static llvm::Expected<int> init(const Session &session, const Arguments &arguments) {
  llvm::Expected<std::string> file = requestedFile(session, arguments);
  if (!file)
    return file.takeError();
  return arguments.has(undoOption.name) ? undo(session, arguments, *file) : add(session, arguments, *file);
}

static constexpr Option options[] = {targetOption, runtimeOption, formOption,
                                     userOption,   undoOption,    dryRunOption};
const Subcommand initCommand = {.name = "init",
                                .positionals = "DIR",
                                .count = Positionals::Optional,
                                .help = "add the tools to .cargo/config.toml of the project in DIR, or here",
                                .options = options,
                                .run = init};

} // namespace lambdacc
