#include "Arguments.h"
#include "Failure.h"
#include "Text.h"

using llvm::StringRef;

namespace lambdacc {

bool Arguments::has(StringRef option) const {
  return llvm::any_of(options, [&](const auto &pair) { return pair.first == option; });
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
  if (command.count == Positionals::Optional)
    line += text(" [{}]", {command.positionals});
  else if (command.count != Positionals::None)
    line += (" " + command.positionals).str();
  return line;
}

static llvm::Error wrongUsage(const Subcommand &command, std::string headline, StringRef meant = "") {
  std::vector<std::string> evidence;
  if (!meant.empty())
    evidence.push_back(text("did you mean '{}'?", {meant}));
  evidence.push_back("usage: lambda-cc " + usage(command));
  return failUsage(std::move(headline), std::move(evidence));
}

static llvm::Error unexpected(const Subcommand &command, StringRef arg) {
  std::vector<StringRef> names;
  if (arg.starts_with("-"))
    for (const Option &option : command.options)
      names.push_back(option.name);
  return wrongUsage(command, text("unexpected argument '{}'", {arg}), nearest(arg.split('=').first, names));
}

static llvm::Error invalidValue(const Option &option, StringRef value) {
  std::vector<StringRef> values = option.values();
  std::vector<std::string> evidence = {"there are " +
                                       joinWithAnd(std::vector<std::string>(values.begin(), values.end()))};
  if (StringRef best = nearest(value, values); !best.empty())
    evidence.push_back(text("did you mean '{}'?", {best}));
  return failUsage(text("no '{}' for {}", {value, option.name}), std::move(evidence));
}

llvm::Expected<Arguments> parseArguments(const Subcommand &command, llvm::ArrayRef<const char *> argv) {
  Arguments arguments;
  for (size_t i = 0; i < argv.size(); ++i) {
    StringRef arg = argv[i];
    bool ends = arg == "--";
    bool isPositional = !arg.starts_with("-") || arg == "-";
    if (ends || (isPositional && command.count == Positionals::Rest)) {
      arguments.positionals.insert(arguments.positionals.end(), argv.begin() + i + ends, argv.end());
      break;
    }
    if (isPositional) {
      arguments.positionals.push_back(argv[i]);
      continue;
    }
    auto [name, value] = arg.split('=');
    const Option *option =
        llvm::find_if(command.options, [&](const Option &row) { return row.name == name; });
    bool hasValue = name != arg;
    if (option == command.options.end() || (hasValue && option->value.empty()))
      return unexpected(command, arg);
    if (!option->value.empty() && !hasValue) {
      if (++i == argv.size())
        return wrongUsage(command, text("'{}' without a value", {name}));
      value = argv[i];
    }
    if (option->values && !option->others && !llvm::is_contained(option->values(), value))
      return invalidValue(*option, value);
    arguments.options.push_back({option->name, value});
  }

  bool needsOne = command.count != Positionals::None && command.count != Positionals::Optional;
  bool takesMany = command.count == Positionals::Many || command.count == Positionals::Rest;
  if (needsOne && arguments.positionals.empty())
    return wrongUsage(command, text("'{}' without {}", {command.name, command.positionals}));
  size_t most = command.count == Positionals::None ? 0 : takesMany ? SIZE_MAX : 1;
  if (arguments.positionals.size() > most)
    return unexpected(command, arguments.positionals[most]);
  return arguments;
}

} // namespace lambdacc
