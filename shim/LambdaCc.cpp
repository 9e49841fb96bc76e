// The command for people: what it is, what there is, and how to tell callers.
#include "Environment.h"
#include "Failure.h"
#include "Glibc.h"
#include "HostCc.h"
#include "Print.h"
#include "Text.h"
#include "ToolName.h"
#include "Tools.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace lambdacc {

using Arguments = llvm::ArrayRef<const char *>;

namespace {
struct Subcommand {
  StringRef name;
  StringRef arguments;
  StringRef help;
  llvm::Expected<std::string> (*answer)(const Session &session, Arguments arguments);
};
} // namespace

static void addAliases(std::vector<std::string> &all, const Target &target) {
  for (StringRef alias : target.aliases)
    if (!alias.empty())
      all.push_back(alias.str());
}

// What the names of a target's tools begin with in bin/: its triple, with each ceiling, too. A distribution's
// cross gcc has the other names of a target for glibc.
static std::vector<std::string> prefixesInBin(const Target &target) {
  std::vector<std::string> all = {target.triple.str()};
  if (!target.isGlibc()) {
    addAliases(all, target);
    return all;
  }
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
  std::vector<std::string> all = {target.triple.str()};
  if (!target.isGlibc() || target.machine != hostMachine())
    addAliases(all, target);
  return all;
}

// What cmake/Install.cmake makes its links from: every name that the table of tools gives rise to.
static llvm::Expected<std::string> toolNames(const Session &, Arguments arguments) {
  bool dropInFolder = arguments.size() == 1 && StringRef(arguments[0]) == "--drop-in";
  if (!arguments.empty() && !dropInFolder)
    return failUsage(text("no use for '{}'", {arguments[0]}), {"usage: lambda-cc names [--drop-in]"});
  std::string names;
  for (const Target &target : targets())
    for (const std::string &prefix : dropInFolder ? prefixesInDropIn(target) : prefixesInBin(target))
      for (const Tool &tool : tools())
        names += (prefix + "-" + tool.role + "\n").str();
  if (dropInFolder)
    for (const Tool &tool : plainTools())
      names += (tool.role + "\n").str();
  return names;
}

static llvm::Expected<std::string> targetNames(const Session &, Arguments) {
  std::string names;
  for (const Target &target : targets())
    names += (target.triple + "\n").str();
  return names;
}

// --target T, --target=T, as often as wanted; all targets without.
static llvm::Expected<std::vector<Target>> targetsAskedFor(const Session &session, Arguments arguments) {
  llvm::Expected<std::optional<llvm::VersionTuple>> ceiling = ceilingOf(session.ceiling);
  if (!ceiling)
    return ceiling.takeError();
  std::vector<Target> asked;
  auto ask = [&](Target target, bool saysCeiling) {
    if (!saysCeiling && target.isGlibc() && *ceiling)
      target.glibc = **ceiling;
    asked.push_back(target);
  };
  for (size_t i = 0; i < arguments.size(); ++i) {
    StringRef word = arguments[i];
    if (word == "--target" && i + 1 == arguments.size())
      return failUsage("'--target' without a target", {"lambda-cc targets lists what there is"});
    if (word == "--target")
      word = arguments[++i];
    else if (!word.consume_front("--target="))
      return failUsage(text("no use for '{}'", {arguments[i]}), {"usage: lambda-cc env [--target T]..."});
    llvm::Expected<Target> target = parseTriple(word);
    if (!target)
      return target.takeError();
    ask(*target, /*saysCeiling=*/word.contains('.'));
  }
  if (asked.empty())
    for (const Target &target : targets())
      ask(target, /*saysCeiling=*/false);
  return asked;
}

static llvm::Expected<std::string> environment(const Session &session, Arguments arguments) {
  llvm::Expected<std::vector<Target>> asked = targetsAskedFor(session, arguments);
  if (!asked)
    return asked.takeError();
  StringRef prefix = llvm::sys::path::parent_path(llvm::sys::path::parent_path(session.settings.executable));
  std::string lines;
  for (const Target &target : *asked)
    lines += asShell(environmentFor(target, prefix));
  return lines;
}

static llvm::Expected<std::string> version(const Session &, Arguments) {
  return "lambda-cc " LAMBDA_CC_VERSION "\n";
}

static llvm::Expected<std::string> help(const Session &, Arguments);

// clang-format off
static constexpr Subcommand commands[] = {
    {"env",       "[--target T]...", "print what cc-rs, cmake, bindgen and others look up, for a shell", environment},
    {"targets",   "",                "print the targets, one a line",                                    targetNames},
    {"names",     "[--drop-in]",     "print the names of all tools, one a line",                         toolNames},
    {"--version", "",                "print the version",                                                version},
    {"--help",    "",                "print this",                                                       help},
};
// clang-format on

static llvm::Expected<std::string> help(const Session &, Arguments) {
  std::string out =
      "lambda-cc is cc, ld and ar for AWS Lambda, under names such as x86_64-unknown-linux-musl-gcc.\n"
      "What one of them would do, and why: add -### to its arguments.\n\n"
      "usage: lambda-cc COMMAND\n";
  for (const Subcommand &command : commands) {
    std::string usage = (command.name + (command.arguments.empty() ? "" : " ") + command.arguments).str();
    out += text("  {}{}  {}\n", {usage, std::string(19 - usage.size(), ' '), command.help});
  }
  return out;
}

int lambdaCc(const Session &session) {
  StringRef asked = session.argv.empty() ? "" : session.argv[0];
  for (const Subcommand &command : commands) {
    if (command.name != asked)
      continue;
    if (command.arguments.empty() && session.argv.size() > 1)
      return report(session.prog, failUsage(text("no use for '{}'", {session.argv[1]}),
                                            {"lambda-cc --help lists what there is"}));
    llvm::Expected<std::string> answer = command.answer(session, session.argv.drop_front());
    if (!answer)
      return report(session.prog, answer.takeError());
    printAnswer(*answer);
    return 0;
  }
  return report(session.prog, failUsage(asked.empty() ? "no command" : text("no command '{}'", {asked}),
                                        {"lambda-cc --help lists what there is"}));
}

} // namespace lambdacc
