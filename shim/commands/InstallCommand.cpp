// lambda-cc names and lambda-cc install: what the tools are called, in bin/ and in the drop-in folder.
#include "Failure.h"
#include "Glibc.h"
#include "HostCc.h"
#include "Links.h"
#include "Print.h"
#include "TargetOptions.h"
#include "Text.h"
#include "Tools.h"
#include "llvm/Support/FileSystem.h"

using llvm::StringRef;

namespace lambdacc {

static std::vector<std::string> asStrings(llvm::ArrayRef<StringRef> words) {
  return {words.begin(), words.end()};
}

// What the names of a target's tools begin with in bin/: its triple, with each ceiling, too. A distribution's
// cross gcc has the other names of a target for glibc.
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

// In the drop-in folder: what callers look up by themselves. On the machine itself cc-rs has plain cc for
// glibc.
static std::vector<std::string> prefixesInDropIn(const Target &target) {
  if (target.isGlibc() && target.machine == hostMachine())
    return {target.triple.str()};
  return asStrings(prefixes(target));
}

std::vector<std::string> namesInBin() {
  std::vector<std::string> names;
  for (const Target &target : targets())
    for (const std::string &prefix : prefixesInBin(target))
      for (const Tool &tool : tools())
        names.push_back((prefix + "-" + tool.role).str());
  return names;
}

std::vector<std::string> namesInDropIn() {
  std::vector<std::string> names;
  for (const Target &target : targets())
    for (const std::string &prefix : prefixesInDropIn(target))
      for (const Tool &tool : tools())
        names.push_back((prefix + "-" + tool.role).str());
  for (const Tool &tool : plainTools())
    names.push_back(tool.role.str());
  return names;
}

static constexpr Option dropInOption = {.name = "--drop-in",
                                        .help = "those of the drop-in folder, which has a plain cc"};

// What cmake/Install.cmake makes its links from.
static llvm::Expected<int> names(const Session &, const Arguments &arguments) {
  std::string lines;
  for (const std::string &name : arguments.has(dropInOption.name) ? namesInDropIn() : namesInBin())
    lines += name + "\n";
  printAnswer(lines);
  return 0;
}

static llvm::Expected<int> install(const Session &session, const Arguments &arguments) {
  bool dropIn = arguments.has(dropInOption.name);
  Names names = {.names = dropIn ? namesInDropIn() : namesInBin(),
                 .executable = session.settings.executable,
                 .scripts = arguments.has("--copy"),
                 .alone = dropIn};
  names.names.push_back("lambda-cc");
  StringRef folder = arguments.words.front();
  for (StringRef own : {"/bin", "/libexec/lambda-cc/drop-in"})
    if (llvm::sys::fs::equivalent(folder, prefixOf(session) + own))
      return fail(text("'{}' is the installation's own", {folder}),
                  {"it has its names already; name another"});
  if (llvm::Error error = makeNames(folder, names))
    return std::move(error);
  printLines({text("{} names in {}", {std::to_string(names.names.size()), folder})});
  return 0;
}

static constexpr Option namesOptions[] = {dropInOption};
static constexpr Option installOptions[] = {
    dropInOption, {.name = "--copy", .help = "files that start the tools, where links can't be made"}};
const Subcommand namesCommand = {.name = "names",
                                 .help = "print the names of all tools, one a line",
                                 .options = namesOptions,
                                 .run = names};
const Subcommand installCommand = {.name = "install",
                                   .words = "DIR",
                                   .taken = Words::One,
                                   .help = "make links to the tools in DIR, by all of their names",
                                   .options = installOptions,
                                   .run = install};

} // namespace lambdacc
