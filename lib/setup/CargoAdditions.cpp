// What init adds to a configuration. It is planned as lines, since what a person wrote stays to the byte, and
// the result is read again: it must say what was wanted and nothing else.
#include "CargoToml.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <map>

using llvm::ArrayRef;
using llvm::StringRef;

namespace lambdacc {

namespace {
struct Entry {
  std::string key, value;
};
struct Section {
  std::vector<std::string> table;
  std::vector<Entry> entries;
};
} // namespace

// The tables that say what `variables` say, in their order.
static std::vector<Section> sectionsOf(ArrayRef<Variable> variables) {
  std::vector<Section> sections;
  Section env{{"env"}, {}};
  for (const Variable &variable : variables)
    if (variable.linkerOf.empty())
      env.entries.push_back({variable.name, variable.value});
    else
      sections.push_back({{"target", variable.linkerOf.str()}, {{"linker", variable.value}}});
  sections.push_back(std::move(env));
  return sections;
}

static const toml::table *tableAt(const toml::table &config, ArrayRef<std::string> path) {
  const toml::table *table = &config;
  for (const std::string &name : path)
    table = table ? table->get_as<toml::table>(name) : nullptr;
  return table;
}

// Whether there was, or could be, a table `path` to insert into.
static bool insert(toml::table &config, ArrayRef<std::string> path, const Entry &entry) {
  toml::table *table = &config;
  for (const std::string &name : path) {
    table = table->insert(name, toml::table()).first->second.as_table();
    if (!table)
      return false;
  }
  table->insert(entry.key, entry.value);
  return true;
}

static bool replace(toml::table &config, ArrayRef<std::string> path, const Entry &entry) {
  toml::table *table = &config;
  for (const std::string &name : path)
    table = table ? table->get_as<toml::table>(name) : nullptr;
  return table && !table->insert_or_assign(entry.key, entry.value).second;
}

// Whether `line` is the header of the table `path`, and nothing else: read alone, it says that table, empty.
static bool isHeader(StringRef line, ArrayRef<std::string> path) {
  line.consume_front("\xef\xbb\xbf"); // the mark that Windows' editors begin a file with
  if (!line.ltrim().starts_with("["))
    return false;
  toml::parse_result alone = toml::parse(std::string_view(line.data(), line.size()));
  const toml::table *table = alone ? tableAt(alone.table(), path) : nullptr;
  return table && table->empty();
}

static std::string lineOf(const Entry &entry) {
  return text("{} = {}", {entry.key, quotedForToml(entry.value)});
}

// The lines of a file that are added to it, below one that it has or at its end, or in place of one.
struct Additions {
  std::map<unsigned, std::string> instead;            ///< by the number of the line, from 0
  std::map<unsigned, std::vector<std::string>> below; ///< by the number of the line, from 0
  std::vector<std::string> atEnd;
};

// A header that starts no line of its own, in an inline table or by dotted keys, is none that lines could be
// added below: the reading again tells.
static void addSection(Additions &additions, const Section &section, ArrayRef<StringRef> lines,
                       const toml::table &config) {
  std::vector<std::string> added;
  for (const Entry &entry : section.entries)
    added.push_back(lineOf(entry));
  if (const toml::table *table = tableAt(config, section.table)) {
    unsigned line = table->source().begin.line - 1;
    if (line < lines.size() && isHeader(lines[line], section.table)) {
      additions.below[line] = std::move(added);
      return;
    }
  }
  if (!lines.empty() || !additions.atEnd.empty())
    additions.atEnd.push_back("");
  additions.atEnd.push_back(text("[{}]", {llvm::join(section.table, ".")}));
  llvm::append_range(additions.atEnd, added);
}

static ConfigChange apply(const Additions &additions, StringRef content, ArrayRef<StringRef> lines) {
  ConfigChange change;
  StringRef ending = content.contains("\r\n") ? "\r\n" : "\n";
  auto add = [&](StringRef line) {
    change.text += (line + ending).str();
    change.shown.push_back(("+ " + line).str());
  };
  for (const auto &[number, line] : llvm::enumerate(lines)) {
    if (auto instead = additions.instead.find(number); instead != additions.instead.end()) {
      change.shown.push_back(("- " + line.rtrim()).str());
      add(instead->second);
      continue;
    }
    change.text += line;
    bool ended = line.ends_with("\n");
    auto below = additions.below.find(number);
    bool lastOfAll = number + 1 == lines.size() && !additions.atEnd.empty();
    if (!ended && (below != additions.below.end() || lastOfAll))
      change.text += ending;
    if (below == additions.below.end())
      continue;
    change.shown.push_back(("  " + line.rtrim()).str());
    llvm::for_each(below->second, add);
  }
  llvm::for_each(additions.atEnd, add);
  return change;
}

static std::vector<StringRef> linesOf(StringRef content) {
  std::vector<StringRef> lines;
  while (!content.empty()) {
    size_t end = content.find('\n');
    size_t length = end == StringRef::npos ? content.size() : end + 1;
    lines.push_back(content.take_front(length));
    content = content.drop_front(length);
  }
  return lines;
}

// The installations that an init of before wrote of.
static std::vector<StringRef> installationsIn(ArrayRef<ConfigValue> values, ArrayRef<Variable> variables) {
  std::vector<StringRef> all;
  for (const ConfigValue &said : values)
    all.push_back(installationIn(said.value));
  for (const Variable &variable : variables)
    all.push_back(installationIn(variable.value));
  llvm::erase(all, StringRef());
  return all;
}

// Whether a line says `entry` with another value, and no more.
static bool isOwnLine(StringRef line, const std::string &key) {
  toml::parse_result alone = toml::parse(std::string_view(line.data(), line.size()));
  return alone && alone.table().size() == 1 && alone.table().get(key) && !line.contains('#');
}

llvm::Expected<ConfigChange> addToCargoConfig(StringRef file, StringRef content,
                                              ArrayRef<Variable> variables) {
  llvm::Expected<toml::table> config = parseToml(file, content);
  if (!config)
    return config.takeError();

  std::vector<ConfigValue> values = valuesIn(*config);
  std::vector<StringRef> installations = installationsIn(values, variables);
  auto isEarlier = [&](StringRef value) {
    return llvm::any_of(installations, [&](StringRef folder) { return isOf(folder, value); });
  };

  toml::table wanted = *config;
  bool canBe = true;
  std::vector<StringRef> lines = linesOf(content);
  Additions additions;
  std::vector<ConfigValue> kept;
  std::vector<std::string> byHand;
  for (Section &section : sectionsOf(variables)) {
    const toml::table *there = tableAt(*config, section.table);
    llvm::erase_if(section.entries, [&](const Entry &entry) {
      const toml::node *node = there ? there->get(entry.key) : nullptr;
      if (!node) {
        canBe &= insert(wanted, section.table, entry);
      } else if (unsigned line = node->source().begin.line - 1;
                 valueOf(*node) != entry.value && isEarlier(valueOf(*node)) && line < lines.size() &&
                 isOwnLine(lines[line], entry.key)) {
        additions.instead[line] = lineOf(entry);
        canBe &= replace(wanted, section.table, entry);
      } else if (valueOf(*node) != entry.value) {
        std::vector<std::string> key = section.table;
        key.push_back(entry.key);
        kept.push_back({std::move(key), valueOf(*node), wordsOf(*node), node->source().begin.line});
      }
      return node != nullptr;
    });
    if (section.entries.empty())
      continue;
    for (const Entry &entry : section.entries)
      byHand.push_back(text("in the table {}: {}", {llvm::join(section.table, "."), lineOf(entry)}));
    addSection(additions, section, lines, *config);
  }

  // A table that is written inline, or by dotted keys, takes no lines from elsewhere: the result is no TOML
  // then.
  ConfigChange change = apply(additions, content, lines);
  change.kept = std::move(kept);
  llvm::Expected<toml::table> result = parseToml(file, change.text);
  if (canBe && result && *result == wanted)
    return change;
  if (!result)
    consumeError(result.takeError());
  std::vector<std::string> evidence = {"what it says of env or target takes no lines from us; say there"};
  llvm::append_range(evidence, byHand);
  return fail(text("'{}' can't be added to", {file}), std::move(evidence));
}

} // namespace lambdacc
