#include "CargoToml.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/StringSaver.h"

using llvm::StringRef;

namespace lambdacc {

llvm::Expected<toml::table> parseToml(StringRef file, StringRef content) {
  toml::parse_result result = toml::parse(std::string_view(content.data(), content.size()));
  if (result)
    return std::move(result).table();
  return fail(text("'{}' is not TOML", {file}),
              {text("line {}: {}", {std::to_string(result.error().source().begin.line),
                                    std::string(result.error().description())})});
}

std::string valueOf(const toml::node &node) {
  if (const toml::table *table = node.as_table())
    return table->get("value") ? valueOf(*table->get("value")) : "";
  std::vector<std::string> strings;
  if (const toml::array *array = node.as_array())
    for (const toml::node &element : *array)
      strings.push_back(element.value_or(std::string()));
  else
    strings.push_back(node.value_or(std::string()));
  return llvm::join(strings, " ");
}

std::string shownValue(const toml::node &node) {
  if (const toml::table *table = node.as_table(); table && table->get("value"))
    return shownValue(*table->get("value"));
  if (const toml::value<int64_t> *number = node.as_integer())
    return std::to_string(number->get());
  if (const toml::value<bool> *flag = node.as_boolean())
    return flag->get() ? "true" : "false";
  if (node.is_string() || (node.is_array() && node.as_array()->is_homogeneous(toml::node_type::string)))
    return valueOf(node);
  return node.is_table() ? "a table" : node.is_array() ? "a list" : "a number or a time";
}

std::vector<std::string> argsOf(const toml::node &node) {
  std::vector<std::string> args;
  std::string value = valueOf(node);
  if (const toml::array *array = node.as_array())
    for (const toml::node &element : *array)
      args.push_back(element.value_or(std::string()));
  else
    for (StringRef arg : llvm::split(value, ' '))
      if (!arg.empty())
        args.push_back(arg.str());
  return args;
}

std::vector<ConfigValue> valuesIn(const toml::table &config) {
  std::vector<ConfigValue> values;
  auto add = [&](const std::vector<std::string> &table, const toml::table &keys) {
    for (auto &&[name, node] : keys) {
      std::vector<std::string> key = table;
      key.emplace_back(name.str());
      const toml::table *inner = node.as_table();
      bool isForced = inner && (*inner)["force"].value_or(false);
      values.push_back(
          {std::move(key), valueOf(node), argsOf(node), node.source().begin.line, node.is_array(), isForced});
    }
  };
  for (const char *name : {"env", "build"})
    if (const toml::table *table = config.get_as<toml::table>(name))
      add({name}, *table);
  if (const toml::table *targets = config.get_as<toml::table>("target"))
    for (auto &&[triple, node] : *targets)
      if (const toml::table *table = node.as_table())
        add({"target", std::string(triple.str())}, *table);
  return values;
}

llvm::Expected<std::vector<ConfigValue>> readCargoConfig(StringRef file, StringRef content) {
  llvm::Expected<toml::table> config = parseToml(file, content);
  if (!config)
    return config.takeError();
  return valuesIn(*config);
}

llvm::Expected<std::vector<ConfigInclude>> readIncludes(StringRef file, StringRef content) {
  llvm::Expected<toml::table> config = parseToml(file, content);
  if (!config)
    return config.takeError();
  std::vector<ConfigInclude> includes;
  const toml::node *node = config->get("include");
  if (!node)
    return includes;
  std::string where = text("line {} of {}", {std::to_string(node->source().begin.line), file});
  const toml::array *list = node->as_array();
  if (!list)
    return fail("cargo accepts only a list for include", {where});
  for (const toml::node &element : *list) {
    const toml::table *table = element.as_table();
    std::string path = table ? (*table)["path"].value_or(std::string()) : element.value_or(std::string());
    if (!StringRef(path).ends_with(".toml"))
      return fail(text("cargo does not include '{}': its name does not end in .toml", {path}), {where});
    includes.push_back(
        {path, table && (*table)["optional"].value_or(false), unsigned(element.source().begin.line)});
  }
  return includes;
}

// A folder with this name is always ours.
static constexpr StringRef ownFolder = "share/lambda-cc/";

// The arguments in `value` with slashes, and without the quotes of a shell. bindgen splits its variable like
// that. A backslash in quoted text is an escape, else a separator of Windows.
static std::vector<std::string> wordsOf(StringRef value, System host) {
  llvm::BumpPtrAllocator memory;
  llvm::StringSaver saver(memory);
  llvm::SmallVector<const char *> words;
  std::string text = value.contains('\'') ? value.str() : withSlashes(value, host);
  llvm::cl::TokenizeGNUCommandLine(text, saver, words);
  std::vector<std::string> withSlash;
  for (StringRef word : words)
    withSlash.push_back(withSlashes(word, host));
  return withSlash;
}

std::string installationIn(StringRef given, System host) {
  std::string value = withSlashes(given, host);
  if (isAbsolute(value, host)) { // a path, which may have spaces and quotes
    StringRef path = value;
    size_t end = path.find(ownFolder);
    return end == StringRef::npos ? "" : path.take_front(end).str();
  }
  for (StringRef word : wordsOf(given, host)) {
    size_t end = word.find(ownFolder);
    size_t behindName = word.find('=') + 1; // --sysroot=/o/share/…
    bool isOption = !isAbsolute(word, host) && isAbsolute(word.drop_front(behindName), host);
    size_t begin = isOption ? behindName : 0;
    if (end != StringRef::npos)
      return word.slice(begin, end).str();
  }
  return "";
}

bool isOf(StringRef given, StringRef value, System host) {
  std::string installation = withSlashes(given, host);
  if (installation.empty())
    return false;
  if (installationIn(value, host) == installation)
    return true;
  std::string slashes = withSlashes(value, host);
  value = slashes;
  return value.consume_front(installation) && value.consume_front("bin/") &&
         llvm::any_of(targets(), [&](const Target &target) { return value.starts_with(target.triple); });
}

} // namespace lambdacc
