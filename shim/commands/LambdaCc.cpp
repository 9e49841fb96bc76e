// The command for people: the table of its commands, and their help.
#include "Arguments.h"
#include "Failure.h"
#include "Print.h"
#include "Text.h"
#include "Tools.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace lambdacc {

static llvm::Expected<int> help(const Session &, const Arguments &);

llvm::ArrayRef<Subcommand> commands() {
  static const Subcommand table[] = {
      initCommand,
      envCommand,
      execCommand,
      installCommand,
      packCommand,
      checkCommand,
      doctorCommand,
      explainCommand,
      targetsCommand,
      namesCommand,
      asCommand,
      completeCommand,
      versionCommand,
      {.name = "--help", .help = "print this; after a command, print its options", .run = help},
  };
  return table;
}

static llvm::Expected<int> help(const Session &, const Arguments &) {
  std::string out =
      "lambda-cc is cc, ld and ar for AWS Lambda, under names such as x86_64-unknown-linux-musl-gcc.\n\n"
      "usage: lambda-cc COMMAND\n";
  for (const Subcommand &command : commands())
    out += text("  {}  {}\n", {padded(command.name, 9), command.help});
  printAnswer(out);
  return 0;
}

static std::string helpOf(const Option &option) {
  std::string name = (option.name + (option.value.empty() ? "" : " ") + option.value).str();
  std::string lines = text("  {}  {}\n", {padded(name, 11), option.help});
  if (option.values)
    lines += text("{}{}\n", {padded("", 15), llvm::join(option.values(), ", ")});
  return lines;
}

static void printHelpOf(const Subcommand &command) {
  std::string out = text("usage: lambda-cc {}\n{}\n", {usage(command), command.help});
  for (const Option &option : command.options)
    out += helpOf(option);
  printAnswer(out);
}

static llvm::Expected<int> runCommand(const Session &session) {
  StringRef name = session.argv.empty() ? "" : session.argv[0];
  std::vector<StringRef> all;
  for (const Subcommand &command : commands()) {
    all.push_back(command.name);
    if (command.name != name)
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
  if (StringRef best = nearest(name, all); !name.empty() && !best.empty())
    evidence.push_back(text("did you mean '{}'?", {best}));
  evidence.push_back("lambda-cc --help lists all commands");
  return failUsage(name.empty() ? "no command" : text("no command '{}'", {name}), std::move(evidence));
}

int lambdaCc(const Session &session) {
  llvm::Expected<int> status = runCommand(session);
  return status ? *status : report(session.prog, status.takeError());
}

} // namespace lambdacc
