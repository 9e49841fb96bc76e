#include "Arguments.h"
#include "Failure.h"
#include "Text.h"

using llvm::StringRef;

namespace lambdacc {

bool Arguments::has(StringRef option) const {
  return llvm::any_of(options, [&](const auto &said) { return said.first == option; });
}

StringRef Arguments::last(StringRef option) const {
  for (const auto &[name, value] : llvm::reverse(options))
    if (name == option)
      return value;
  return "";
}

std::string usage(const Subcommand &command) {
  std::string line = command.name.str();
  for (const Option &option : command.options)
    line += text(option.value.empty() ? " [{}{}]" : " [{} {}]", {option.name, option.value});
  if (!command.words.empty())
    line += (" " + command.words).str();
  return line;
}

static llvm::Error noUse(const Subcommand &command, StringRef word) {
  std::vector<std::string> evidence;
  std::vector<StringRef> names;
  for (const Option &option : command.options)
    names.push_back(option.name);
  if (StringRef best = nearest(word, names); word.starts_with("-") && !best.empty())
    evidence.push_back(text("did you mean '{}'?", {best}));
  evidence.push_back("usage: lambda-cc " + usage(command));
  return failUsage(text("no use for '{}'", {word}), std::move(evidence));
}

llvm::Expected<Arguments> parseArguments(const Subcommand &command, llvm::ArrayRef<const char *> argv) {
  Arguments arguments;
  for (size_t i = 0; i < argv.size(); ++i) {
    StringRef word = argv[i];
    bool ends = word == "--";
    if (ends || !word.starts_with("-")) {
      arguments.words.assign(argv.begin() + i + ends, argv.end());
      break;
    }
    auto [name, value] = word.split('=');
    const Option *option =
        llvm::find_if(command.options, [&](const Option &row) { return row.name == name; });
    bool hasValue = name != word;
    if (option == command.options.end() || (hasValue && option->value.empty()))
      return noUse(command, word);
    if (!option->value.empty() && !hasValue) {
      if (++i == argv.size())
        return failUsage(text("'{}' without a value", {name}), {"usage: lambda-cc " + usage(command)});
      value = argv[i];
    }
    arguments.options.push_back({option->name, value});
  }
  if (command.words.empty() && !arguments.words.empty())
    return noUse(command, arguments.words[0]);
  return arguments;
}

} // namespace lambdacc
