// lambda-cc init: what `env --format cargo` prints, in a project's own configuration.
#include "CargoConfig.h"
#include "Failure.h"
#include "Print.h"
#include "TargetOptions.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

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

// In one piece, through whatever links.
static llvm::Error writeConfig(const std::string &file, StringRef content) {
  auto failed = [&](const std::error_code &error) {
    return fail(text("'{}' can't be written", {file}), {error.message()});
  };
  if (std::error_code error = fs::create_directories(path::parent_path(file)))
    return failed(error);
  SmallString<256> real;
  if (std::error_code error = fs::real_path(file, real)) {
    if (fs::is_symlink_file(file))
      return failed(error);
    real = file; // it is new
  }
  llvm::ErrorOr<fs::perms> permissions = fs::getPermissions(real);
  if (llvm::Error error = llvm::writeToOutput(real, [&](llvm::raw_ostream &stream) {
        stream << content;
        return llvm::Error::success();
      }))
    return failed(errorToErrorCode(std::move(error)));
  if (permissions)
    (void)fs::setPermissions(real, *permissions);
  return llvm::Error::success();
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
  std::unique_ptr<llvm::MemoryBuffer> content = llvm::MemoryBuffer::getMemBuffer("");
  if (fs::exists(file)) {
    llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> read = llvm::MemoryBuffer::getFile(file);
    if (!read)
      return fail(text("'{}' can't be read", {file}), {read.getError().message()});
    content = std::move(*read);
  }
  llvm::Expected<ConfigChange> change = addToCargoConfig(file, content->getBuffer(), variables);
  if (!change)
    return change.takeError();

  bool nothing = change->shown.empty();
  printLines({text(nothing ? "{}: nothing to add" : "{}:", {file})});
  printLines(change->shown);
  for (const ConfigValue &kept : change->kept)
    printWarning(session.prog, text("'{}' is left as it is", {llvm::join(kept.key, ".")}),
                 {text("line {} of {} says '{}'", {std::to_string(kept.line), file, kept.value}),
                  "take that line out and repeat this to have ours"});
  if (!nothing && !arguments.has("--dry-run"))
    if (llvm::Error error = writeConfig(file, change->text))
      return std::move(error);
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
