// The command for people: what it is, and what there is.
#include "Arguments.h"
#include "Failure.h"
#include "Glibc.h"
#include "HostCc.h"
#include "Print.h"
#include "Text.h"
#include "Tools.h"

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

// What cmake/Install.cmake makes its links from: every name that the table of tools gives rise to.
static llvm::Expected<int> names(const Session &, const Arguments &arguments) {
  bool dropInFolder = arguments.has("--drop-in");
  std::string lines;
  for (const Target &target : targets())
    for (const std::string &prefix : dropInFolder ? prefixesInDropIn(target) : prefixesInBin(target))
      for (const Tool &tool : tools())
        lines += (prefix + "-" + tool.role + "\n").str();
  if (dropInFolder)
    for (const Tool &tool : plainTools())
      lines += (tool.role + "\n").str();
  printAnswer(lines);
  return 0;
}

static llvm::Expected<int> targetNames(const Session &, const Arguments &) {
  std::string lines;
  for (const Target &target : targets())
    lines += (target.triple + "\n").str();
  printAnswer(lines);
  return 0;
}

static llvm::Expected<int> version(const Session &, const Arguments &) {
  printAnswer("lambda-cc " LAMBDA_CC_VERSION "\n");
  return 0;
}

static llvm::Expected<int> help(const Session &, const Arguments &);

static llvm::ArrayRef<Subcommand> commands() {
  static constexpr Option namesOptions[] = {{"--drop-in", "", "those of the drop-in folder"}};
  static const Subcommand table[] = {
      envCommand,
      execCommand,
      {"targets", "", "print the targets, one a line", {}, targetNames},
      {"names", "", "print the names of all tools, one a line", namesOptions, names},
      {"--version", "", "print the version", {}, version},
      {"--help", "", "print this; behind a command, print its options", {}, help},
  };
  return table;
}

static llvm::Expected<int> help(const Session &, const Arguments &) {
  std::string out =
      "lambda-cc is cc, ld and ar for AWS Lambda, under names such as x86_64-unknown-linux-musl-gcc.\n"
      "What one of them would do, and why: add -### to its arguments.\n\n"
      "usage: lambda-cc COMMAND\n";
  for (const Subcommand &command : commands())
    out += text("  {}{}  {}\n", {command.name, std::string(9 - command.name.size(), ' '), command.help});
  printAnswer(out);
  return 0;
}

static void printHelpOf(const Subcommand &command) {
  std::string out = text("usage: lambda-cc {}\n{}\n", {usage(command), command.help});
  for (const Option &option : command.options) {
    std::string name = (option.name + (option.value.empty() ? "" : " ") + option.value).str();
    out += text("  {}{}  {}\n", {name, std::string(11 - name.size(), ' '), option.help});
  }
  printAnswer(out);
}

static llvm::Expected<int> runCommand(const Session &session) {
  StringRef asked = session.argv.empty() ? "" : session.argv[0];
  std::vector<StringRef> all;
  for (const Subcommand &command : commands()) {
    all.push_back(command.name);
    if (command.name != asked)
      continue;
    if (session.argv.size() == 2 && StringRef(session.argv[1]) == "--help") {
      printHelpOf(command);
      return 0;
    }
    llvm::Expected<Arguments> arguments = parseArguments(command, session.argv.drop_front());
    if (!arguments)
      return arguments.takeError();
    return command.run(session, *arguments);
  }
  std::vector<std::string> evidence;
  if (StringRef best = nearest(asked, all); !asked.empty() && !best.empty())
    evidence.push_back(text("did you mean '{}'?", {best}));
  evidence.push_back("lambda-cc --help lists what there is");
  return failUsage(asked.empty() ? "no command" : text("no command '{}'", {asked}), std::move(evidence));
}

int lambdaCc(const Session &session) {
  llvm::Expected<int> status = runCommand(session);
  return status ? *status : report(session.prog, status.takeError());
}

} // namespace lambdacc
