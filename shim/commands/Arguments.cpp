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
  if (command.taken == Words::Optional)
    line += text(" [{}]", {command.words});
  else if (command.taken != Words::None)
    line += (" " + command.words).str();
  return line;
}

static llvm::Error wrongUse(const Subcommand &command, std::string headline, StringRef meant = "") {
  std::vector<std::string> evidence;
  if (!meant.empty())
    evidence.push_back(text("did you mean '{}'?", {meant}));
  evidence.push_back("usage: lambda-cc " + usage(command));
  return failUsage(std::move(headline), std::move(evidence));
}

static llvm::Error noUse(const Subcommand &command, StringRef word) {
  std::vector<StringRef> names;
  if (word.starts_with("-"))
    for (const Option &option : command.options)
      names.push_back(option.name);
  return wrongUse(command, text("unexpected argument '{}'", {word}), nearest(word.split('=').first, names));
}

static llvm::Error noValue(const Option &option, StringRef value) {
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
    StringRef word = argv[i];
    bool ends = word == "--";
    bool isWord = !word.starts_with("-") || word == "-";
    if (ends || (isWord && command.taken == Words::Rest)) {
      arguments.words.insert(arguments.words.end(), argv.begin() + i + ends, argv.end());
      break;
    }
    if (isWord) {
      arguments.words.push_back(argv[i]);
      continue;
    }
    auto [name, value] = word.split('=');
    const Option *option =
        llvm::find_if(command.options, [&](const Option &row) { return row.name == name; });
    bool hasValue = name != word;
    if (option == command.options.end() || (hasValue && option->value.empty()))
      return noUse(command, word);
    if (!option->value.empty() && !hasValue) {
      if (++i == argv.size())
        return wrongUse(command, text("'{}' without a value", {name}));
      value = argv[i];
    }
    if (option->values && !option->others && !llvm::is_contained(option->values(), value))
      return noValue(*option, value);
    arguments.options.push_back({option->name, value});
  }

  bool needsOne = command.taken != Words::None && command.taken != Words::Optional;
  bool takesMany = command.taken == Words::Many || command.taken == Words::Rest;
  if (needsOne && arguments.words.empty())
    return wrongUse(command, text("'{}' without {}", {command.name, command.words}));
  size_t most = command.taken == Words::None ? 0 : takesMany ? SIZE_MAX : 1;
  if (arguments.words.size() > most)
    return noUse(command, arguments.words[most]);
  return arguments;
}

} // namespace lambdacc
