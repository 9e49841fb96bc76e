// lambda-cc complete: the candidates for the next argument, for the shells' completions in cmake/completions.
// One line each: the candidate, a tab, its description.
#include "Arguments.h"
#include "Print.h"
#include "Tools.h"

using llvm::StringRef;

namespace lambdacc {

static std::string candidate(StringRef value, StringRef help) { return (value + "\t" + help + "\n").str(); }

static std::string commandNames() {
  std::string lines;
  for (const Subcommand &command : commands())
    lines += candidate(command.name, command.help);
  return lines;
}

static std::string valuesOf(const Option &option) {
  std::string lines;
  for (StringRef value : option.values ? option.values() : std::vector<StringRef>())
    lines += candidate(value, "");
  return lines;
}

// `before` are the arguments before the one to complete.
static std::string after(const Subcommand &command, llvm::ArrayRef<const char *> before) {
  const Option *open = nullptr; // an option that still needs its value
  for (StringRef arg : before) {
    if (open) {
      if (arg != "=") // bash splits --format=sh into three
        open = nullptr;
      continue;
    }
    const Option *option = llvm::find_if(command.options, [&](const Option &row) { return row.name == arg; });
    if (option != command.options.end() && !option->value.empty())
      open = option;
    else if (command.count == Positionals::Rest && option == command.options.end())
      return ""; // from here on, arguments of another program
  }
  if (open)
    return valuesOf(*open);
  std::string lines;
  for (const Option &option : command.options)
    lines += candidate(option.name, option.help);
  if (command.name == explainCommand.name)
    for (const std::string &name : namesInDropIn())
      lines += candidate(name, "");
  return lines;
}

static llvm::Expected<int> complete(const Session &, const Arguments &arguments) {
  llvm::ArrayRef<const char *> before = arguments.positionals;
  before = before.drop_front(); // lambda-cc itself
  if (before.empty()) {
    printAnswer(commandNames());
    return 0;
  }
  for (const Subcommand &command : commands())
    if (command.name == before.front())
      printAnswer(after(command, before.drop_front()));
  return 0;
}

const Subcommand completeCommand = {.name = "complete",
                                    .positionals = "ARGS...",
                                    .count = Positionals::Rest,
                                    .help = "print what can follow ARGS, for a shell's completion",
                                    .run = complete};

} // namespace lambdacc
