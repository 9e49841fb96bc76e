// What init adds to a configuration. The additions are planned as lines, because what a person wrote stays as
// it is, byte for byte. The result is parsed again: it must have the wanted values and nothing else new.
#include "CargoLines.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace lambdacc {

namespace {
// Variables of one table.
struct Section {
  std::vector<std::string> table;
  std::vector<const Variable *> variables;
};
} // namespace

// The tables that take `variables`: those of the targets in their order, then [env].
static std::vector<Section> sectionsOf(ArrayRef<Variable> variables) {
  std::vector<Section> sections;
  Section env{{"env"}, {}};
  for (const Variable &variable : variables) {
    std::vector<std::string> table = keyOf(variable).table;
    auto same = llvm::find_if(sections, [&](const Section &section) { return section.table == table; });
    if (variable.key.empty())
      env.variables.push_back(&variable);
    else if (same != sections.end())
      same->variables.push_back(&variable);
    else
      sections.push_back({std::move(table), {&variable}});
  }
  sections.push_back(std::move(env));
  return sections;
}

static std::vector<Target> targetsOf(ArrayRef<Variable> variables) {
  std::vector<Target> found;
  for (const Variable &variable : variables)
    if (const Target *target = findTarget(variable.targetOf); target && variable.key == "linker")
      found.push_back(*target);
  return found;
}

// Whether there was, or could be, a table `path` for it.
static bool set(toml::table &config, ArrayRef<std::string> path, const Variable &variable) {
  toml::table *table = &config;
  for (const std::string &name : path) {
    table = table->insert(name, toml::table()).first->second.as_table();
    if (!table)
      return false;
  }
  std::string key = keyOf(variable).name;
  if (variable.key == "rustflags")
    table->insert_or_assign(key, toml::array{variable.value});
  else
    table->insert_or_assign(key, variable.value);
  return true;
}

// New lines go below the header of their table, or with a header of ours to the end. A table without a header
// (inline, or dotted keys) can't take lines: the result is not TOML then, or another table.
static void addSection(LineEdits &edits, const Section &section, ArrayRef<StringRef> lines,
                       const toml::table &config) {
  std::vector<std::string> added;
  for (const Variable *variable : section.variables)
    added.push_back(cargoLine(*variable));
  bool isMarked = false;
  if (std::optional<size_t> header = headerLine(config, lines, section.table, isMarked)) {
    edits.below[*header] = std::move(added);
    return;
  }
  if (!lines.empty() || !edits.atEnd.empty())
    edits.atEnd.push_back("");
  edits.atEnd.push_back(cargoHeader(llvm::join(section.table, ".")));
  llvm::append_range(edits.atEnd, added);
}

// Whether `text` has the values of `wanted`.
static bool is(StringRef file, StringRef text, const toml::table &wanted) {
  llvm::Expected<toml::table> result = parseToml(file, text);
  if (!result)
    consumeError(result.takeError());
  return result && *result == wanted;
}

// Whether `section` alone can be added.
static bool takesLines(StringRef file, const toml::table &config, ArrayRef<StringRef> lines,
                       const Section &section) {
  toml::table wanted = config;
  for (const Variable *variable : section.variables)
    if (!set(wanted, section.table, *variable))
      return false;
  LineEdits edits;
  addSection(edits, section, lines, config);
  return is(file, applyEdits(edits, lines).text, wanted);
}

// The innermost table of `path` that exists, or what is there in its place, with its line. "" if none exists.
static std::string whatIsInTheWay(const toml::table &config, ArrayRef<std::string> path) {
  std::string name;
  const toml::node *node = &config;
  for (const std::string &key : path) {
    const toml::table *table = node->as_table();
    const toml::node *inner = table ? table->get(key) : nullptr;
    if (!inner)
      break;
    node = inner;
    name += (name.empty() ? "" : ".") + key;
  }
  if (name.empty())
    return "";
  return text(node->is_table() ? "line {}: '{}' does not have the header [{}], so it can't take lines"
                               : "line {}: '{}' is not a table [{}]",
              {std::to_string(node->source().begin.line), name, name});
}

static llvm::Error cannotAdd(StringRef file, const toml::table &config, ArrayRef<StringRef> lines,
                             ArrayRef<Section> sections) {
  auto isClosed = [&](const Section &section) {
    return !section.variables.empty() && !takesLines(file, config, lines, section);
  };
  bool hasClosed = llvm::any_of(sections, isClosed);
  std::vector<std::string> evidence;
  for (const Section &section : sections) {
    bool closed = isClosed(section);
    if (hasClosed && !closed)
      continue;
    if (std::string what = whatIsInTheWay(config, section.table); closed && !what.empty())
      evidence.push_back(std::move(what));
    for (const Variable *variable : section.variables)
      evidence.push_back(
          text("in the table {}: {}", {llvm::join(section.table, "."),
                                       StringRef(cargoLine(*variable)).drop_back(cargoMark.size())}));
  }
  evidence.push_back("add these by hand, and repeat this command");
  return fail(text("'{}' can't be added to", {file}), std::move(evidence));
}

// The nearest of `files` that sets `key`, with what it sets.
static std::optional<KeptValue> setIn(ArrayRef<ConfigFile> files, const std::vector<std::string> &key) {
  for (const ConfigFile &file : files)
    for (const ConfigValue &value : file.values)
      if (value.key == key)
        return KeptValue{value, file.file};
  return std::nullopt;
}

llvm::Expected<ConfigChange> addToCargoConfig(StringRef file, StringRef content, ArrayRef<Variable> variables,
                                              Created created, ArrayRef<ConfigFile> included) {
  llvm::Expected<toml::table> config = parseToml(file, content);
  if (!config)
    return config.takeError();

  toml::table wanted = *config;
  bool canBe = true;
  std::vector<StringRef> lines = linesOf(content);
  std::vector<MarkedLine> marked = markedLines(*config, lines, targetsOf(variables));
  auto ourLine = [&](size_t number) {
    return llvm::any_of(marked,
                        [&](const MarkedLine &line) { return line.number == number && !line.edited; });
  };
  LineEdits edits;
  std::vector<KeptValue> kept;
  std::vector<Section> sections = sectionsOf(variables);
  if (created != Created::Nothing)
    edits.atEnd.push_back(commentFor(created).str());
  for (Section &section : sections) {
    const toml::table *there = tableAt(*config, section.table);
    llvm::erase_if(section.variables, [&](const Variable *variable) {
      std::string name = keyOf(*variable).name;
      std::vector<std::string> key = section.table;
      key.push_back(name);
      const toml::node *node = there ? there->get(name) : nullptr;
      if (std::optional<KeptValue> set = setIn(included, key); !node && set) {
        if (set->set.value != variable->value)
          kept.push_back(std::move(*set));
        return true;
      }
      if (!node) {
        canBe &= set(wanted, section.table, *variable);
        return false;
      }
      size_t number = node->source().begin.line - 1;
      if (valueOf(*node) == variable->value)
        return true;
      if (ourLine(number)) {
        edits.instead[number] = cargoLine(*variable);
        canBe &= set(wanted, section.table, *variable);
        return true;
      }
      kept.push_back({{std::move(key), shownValue(*node), argsOf(*node), node->source().begin.line}, ""});
      return true;
    });
    if (!section.variables.empty())
      addSection(edits, section, lines, *config);
  }

  // Names of PATH in place of paths: what only a path can express goes.
  for (const MarkedLine &line : marked)
    if (!line.edited && llvm::none_of(variables, [&](const Variable &variable) {
          return keyOf(variable).name == line.key.name && keyOf(variable).table == line.key.table;
        })) {
      edits.instead[line.number] = std::nullopt;
      if (toml::table *table = const_cast<toml::table *>(tableAt(wanted, line.key.table)))
        table->erase(line.key.name);
    }

  ConfigChange change = applyEdits(edits, lines);
  change.kept = std::move(kept);
  if (canBe && is(file, change.text, wanted))
    return change;
  return cannotAdd(file, *config, lines, sections);
}

} // namespace lambdacc
