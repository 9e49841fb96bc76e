// lambda-cc init: what `env --format cargo` prints, in a project's own configuration.
#include "CargoConfig.h"
#include "Failure.h"
#include "Print.h"
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

// cargo reads .cargo/config, the name of before 1.39, where there are both.
static std::string configOf(StringRef folder) {
  SmallString<256> file(folder == "." ? "" : folder);
  path::append(file, ".cargo", "config");
  return std::string(file) + (fs::exists(file) ? "" : ".toml");
}

static llvm::Error cannot(StringRef what, StringRef file, llvm::Error error) {
  return fail(text("'{}' can't be {}", {file, what}), {toString(std::move(error))});
}

static llvm::Expected<ConfigChange> changeOf(const std::string &file, llvm::ArrayRef<Variable> variables) {
  std::unique_ptr<llvm::MemoryBuffer> content = llvm::MemoryBuffer::getMemBuffer("");
  if (fs::exists(file)) {
    llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> read = readWhole(file);
    if (!read)
      return cannot("read", file, read.takeError());
    content = std::move(*read);
  }
  return addToCargoConfig(file, content->getBuffer(), variables);
}

// Makes the folder that `file` lies in, with the mode of any other that a person makes. Whether it is new.
static llvm::Expected<bool> makeFolder(const std::string &file) {
  StringRef folder = path::parent_path(file);
  if (fs::is_directory(folder))
    return false;
  if (std::error_code error = fs::create_directory(folder, /*IgnoreExisting=*/true, fs::all_all))
    return llvm::errorCodeToError(error);
  return true;
}

// Reads and writes under one lock: of two at once, each adds its lines.
static llvm::Expected<ConfigChange> change(const std::string &file, llvm::ArrayRef<Variable> variables) {
  llvm::Expected<std::string> real = realFile(file);
  if (!real)
    return cannot("written", file, real.takeError());
  llvm::Expected<bool> isNew = makeFolder(file);
  if (!isNew)
    return cannot("written", file, isNew.takeError());
  llvm::Expected<FolderLock> lock = FolderLock::take(path::parent_path(*real).str());
  if (!lock)
    return cannot("written", file, lock.takeError());
  llvm::Expected<ConfigChange> change = changeOf(file, variables);
  if (change && !change->shown.empty())
    if (llvm::Error error = writeWhole(file, change->text))
      change = cannot("written", file, std::move(error));
  if (!change && *isNew)
    (void)fs::remove(path::parent_path(file)); // which another may have filled by now
  return change;
}

static llvm::Expected<int> init(const Session &session, const Arguments &arguments) {
  llvm::Expected<std::vector<Target>> asked = targetsAskedFor(session, arguments);
  if (!asked)
    return asked.takeError();
  StringRef folder = arguments.words.empty() ? "." : arguments.words.front();
  if (arguments.words.empty() && !fs::exists("Cargo.toml"))
    return fail("no Cargo.toml here", {"name the folder of a project, or with lambda-cc init . this one"});
  if (!fs::is_directory(folder))
    return fail(text("no folder '{}'", {folder}),
                {"name the folder of a project, the one with its Cargo.toml"});

  std::vector<Variable> variables;
  for (const Target &target : *asked)
    llvm::append_range(variables, environmentFor(target, prefixOf(session)));
  std::string file = configOf(folder);
  llvm::Expected<ConfigChange> done =
      arguments.has("--dry-run") ? changeOf(file, variables) : change(file, variables);
  if (!done)
    return done.takeError();

  bool nothing = done->shown.empty();
  printLines({text(nothing ? "{}: nothing to add" : "{}:", {file})});
  printLines(done->shown);
  for (const ConfigValue &kept : done->kept)
    printWarning(session.prog, text("'{}' is left as it is", {llvm::join(kept.key, ".")}),
                 {text("line {} of {} says '{}'", {std::to_string(kept.line), file, kept.value}),
                  "take that line out and repeat this to have ours"});
  return 0;
}

static constexpr Option options[] = {
    targetOption,
    runtimeOption,
    {.name = "--dry-run", .help = "show what would be added, and write nothing"}};
const Subcommand initCommand = {.name = "init",
                                .words = "DIR",
                                .taken = Words::Optional,
                                .help = "add the tools to .cargo/config.toml of the project in DIR, or here",
                                .options = options,
                                .run = init};

} // namespace lambdacc
