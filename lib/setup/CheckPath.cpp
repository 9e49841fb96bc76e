#include "Checks.h"
#include "Launcher.h"
#include "Owner.h"
#include "PathSearch.h"
#include "Switches.h"
#include "Text.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <map>

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

void checkOthers(CheckContext &context) {
  llvm::StringSet<> seen;
  for (const std::string &folder : context.setup.settings.path) {
    std::string file(programIn(folder, "lambda-cc", context.places()));
    bool isOther = llvm::sys::fs::can_execute(file) &&
                   ownerOf(file, context.setup.settings.executable) == Owner::Another;
    if (isOther && seen.insert(file).second)
      context.error(
          text("'{}' is another lambda-cc than this one", {file}),
          {"this one is " + context.setup.settings.executable,
           "remove one of the two from PATH: the tools of one do not find the sysroots of the other"});
  }
}

namespace {
// A file in a folder of PATH that has the name of one of our tools.
struct Name {
  StringRef name;
  std::string file;
  Owner owner;
};
} // namespace

// Whether `file` is a launcher of an installation that was removed. Unlike a link that leads nowhere it runs,
// and fails.
static bool isLeftLauncher(const std::string &file, llvm::vfs::FileSystem &fs) {
  return isLauncher(file, fs) && !fs.exists(launchedBy(file, fs));
}

// The names in `folder` that can be executed. `gone` gets links to a lambda-cc that does not exist, and
// launchers of it.
static std::vector<Name> namesIn(const CheckContext &context, StringRef folder, const llvm::StringSet<> &ours,
                                 std::vector<std::string> &gone) {
  std::vector<Name> names;
  std::error_code error;
  for (llvm::sys::fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    auto name = ours.find(programName(it->path()));
    // On Windows a script without .exe is not a program for cargo and rustc.
    if (name == ours.end() || programFile(it->path()) != it->path())
      continue;
    bool isLeft = isLeftLauncher(it->path(), *context.fs);
    if (isLeft)
      names.push_back({name->first(), it->path(), Owner::Foreign});
    else if (llvm::sys::fs::can_execute(it->path()) && !llvm::sys::fs::is_directory(it->path()))
      names.push_back({name->first(), it->path(), ownerOf(it->path(), context.setup.settings.executable)});
    if (isLeft || (llvm::sys::fs::is_symlink_file(it->path()) && !llvm::sys::fs::exists(it->path())))
      gone.push_back(it->path());
  }
  llvm::sort(names, [](const Name &a, const Name &b) { return a.name < b.name; });
  llvm::sort(gone);
  return names;
}

// "'/o/bin/musl-gcc' and 3 other names", and the form of the verb for that number.
static std::string firstOf(llvm::ArrayRef<std::string> files, StringRef one, StringRef several) {
  std::string more = files.size() == 1   ? ""
                     : files.size() == 2 ? " and another name"
                                         : text(" and {} other names", {std::to_string(files.size() - 1)});
  return text("'{}'{} {}", {files.front(), more, files.size() == 1 ? one : several});
}

// PATH's first file of each name counts.
void checkNames(CheckContext &context) {
  llvm::StringSet<> ours(llvm::ArrayRef<StringRef>(context.setup.names));
  ours.erase("cargo");                  // checkCargoOfPath()
  llvm::StringMap<std::string> foreign; // other programs by our names, so far
  llvm::StringSet<> taken;
  for (const std::string &folder : context.setup.settings.path) {
    std::vector<std::string> gone, others;
    std::map<std::string, std::vector<std::string>> hidden; // by the folder that hides them
    for (const Name &each : namesIn(context, folder, ours, gone)) {
      if (taken.contains(each.name))
        continue;
      if (each.owner == Owner::Foreign) {
        foreign.try_emplace(each.name, each.file);
        continue;
      }
      taken.insert(each.name);
      if (each.owner == Owner::Another)
        others.push_back(each.file);
      else if (auto before = foreign.find(each.name); before != foreign.end())
        hidden[path::parent_path(before->second).str()].push_back(before->second);
    }
    if (!gone.empty())
      context.warn(text("{} nowhere", {firstOf(gone, "leads", "lead")}),
                   {text("create them again: lambda-cc install {}", {folder})});
    if (!others.empty())
      context.error(text("{} of another lambda-cc, or copied", {firstOf(others, "is", "are")}),
                    {text("remove {} from PATH, or put it last", {folder})});
    for (const auto &[hiding, files] : hidden)
      context.warn(text("{} before ours on PATH", {firstOf(files, "comes", "come")}),
                   {text("ours are in {}: put it before {} on PATH", {folder, hiding})});
  }
}

// Whether the variables that our cargo adds are set without it, by init or env.
static bool hasVariables(const CheckContext &context) {
  return llvm::any_of(targets(), [&](const Target &target) {
    return llvm::any_of(environmentFor(target, ""), [&](const Variable &variable) {
      return variable.reader == "pkg-config-rs" &&
             !context.variableOfBuildScripts(variable.name).value.empty();
    });
  });
}

// Our cargo counts only if it is the first on PATH, and another follows.
void checkCargoOfPath(CheckContext &context) {
  llvm::Expected<CargoVariablesAdded> adds = parseCargo(context.variable("LAMBDA_CC_CARGO"));
  if (!adds) // checkVariables() reports it
    return consumeError(adds.takeError());
  std::string other, ours;
  for (const std::string &folder : context.setup.settings.path) {
    std::string file(programIn(folder, "cargo", context.places()));
    if (!isProgram(file, *context.fs))
      continue;
    if (isOurTool(context, file)) {
      ours = folder;
      break;
    }
    if (other.empty())
      other = file;
  }
  if (ours.empty() || findOnPath(context.places(), "rustc").empty()) // checkRust() reports that
    return;
  if (llvm::Expected<NextCargo> next = findNextCargo(context.places(), "cargo"); !next)
    return context.error(next.takeError());
  if (other.empty() || *adds == CargoVariablesAdded::Off || hasVariables(context))
    return;
  StringRef folder = path::parent_path(other);
  std::vector<std::string> advice = {
      "ours adds the variables that the pkg-config crate, bindgen and the cmake crate need, and a runner",
      text("put {} before {} on PATH", {ours, folder}),
      "or set these variables: lambda-cc init, lambda-cc env"};
  llvm::SmallString<256> rustups = joinPath(path::parent_path(folder), {"env"});
  if (path::filename(folder) == "bin" && context.fs->exists(rustups))
    advice[1] += text(", after the line that reads {}: it puts its folder first", {rustups});
  context.warn(text("'{}' comes before the cargo of lambda-cc on PATH", {other}), std::move(advice));
}

} // namespace lambdacc
