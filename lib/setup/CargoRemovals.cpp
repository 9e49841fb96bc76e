// What init --undo removes from a configuration: lines with our mark that are still as init writes them, the
// headers of ours that are left without keys, and the empty line above each of these.
#include "CargoLines.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace lambdacc {

static bool isEmpty(StringRef line) { return line == "\n" || line == "\r\n"; }

static bool isOf(const MarkedLine &line, ArrayRef<Target> targets) {
  return llvm::any_of(targets, [&](const Target &target) {
    return llvm::any_of(environmentFor(target, ""), [&](const Variable &variable) {
      return keyOf(variable).name == line.key.name && keyOf(variable).table == line.key.table;
    });
  });
}

// The tables that init has headers for.
static std::vector<std::vector<std::string>> tables() {
  std::vector<std::vector<std::string>> all = {{"env"}};
  for (const Target &target : targets())
    all.push_back({"target", target.triple.str()});
  return all;
}

// Whether `table` has keys below its own header. [env.A] is another header.
static bool needsHeader(const toml::table &table, const std::vector<std::string> &path,
                        const toml::table &config, ArrayRef<StringRef> lines) {
  for (auto &&[name, node] : table) {
    std::vector<std::string> inner = path;
    inner.emplace_back(name.str());
    bool isMarked = false;
    if (!node.is_table() || !headerLine(config, lines, inner, isMarked))
      return true;
  }
  return false;
}

static void removeHeaders(LineEdits &edits, const toml::table &before, const toml::table &after,
                          ArrayRef<StringRef> lines, ArrayRef<MarkedLine> left) {
  for (const std::vector<std::string> &path : tables()) {
    bool isMarked = false;
    std::optional<size_t> header = headerLine(before, lines, path, isMarked);
    if (!header || !isMarked)
      continue;
    if (needsHeader(*tableAt(after, path), path, before, lines)) {
      // A person has added keys. The header is theirs from now on, unless others of our lines need it.
      if (llvm::none_of(left, [&](const MarkedLine &line) { return line.key.table == path; }))
        edits.instead[*header] = text("[{}]", {llvm::join(path, ".")});
      continue;
    }
    edits.instead[*header] = std::nullopt;
    if (*header && isEmpty(lines[*header - 1]))
      edits.instead[*header - 1] = std::nullopt;
  }
}

// The tables of init without those that are empty: a removed header has left one in `before`.
static toml::table withoutEmpty(const toml::table &config) {
  toml::table copy = config;
  if (toml::table *all = copy.get_as<toml::table>("target"))
    for (const Target &target : targets())
      if (const toml::table *table = all->get_as<toml::table>(std::string_view(target.triple));
          table && table->empty())
        all->erase(std::string_view(target.triple));
  for (const char *name : {"env", "target"})
    if (const toml::table *table = copy.get_as<toml::table>(name); table && table->empty())
      copy.erase(name);
  return copy;
}

llvm::Expected<ConfigChange> removeFromCargoConfig(StringRef file, StringRef content,
                                                   ArrayRef<Target> wanted) {
  llvm::Expected<toml::table> config = parseToml(file, content);
  if (!config)
    return config.takeError();
  std::vector<StringRef> lines = linesOf(content);
  toml::table after = *config;
  LineEdits edits;
  std::vector<KeptValue> kept;
  std::vector<MarkedLine> left;
  for (MarkedLine &line : markedLines(*config, lines, targets())) {
    if (!isOf(line, wanted)) {
      left.push_back(std::move(line));
    } else if (line.edited) {
      std::vector<std::string> key = line.key.table;
      key.push_back(line.key.name);
      kept.push_back({{std::move(key), line.value, {}, static_cast<unsigned>(line.number + 1)}, ""});
    } else {
      edits.instead[line.number] = std::nullopt;
      const_cast<toml::table *>(tableAt(after, line.key.table))->erase(line.key.name);
    }
  }
  removeHeaders(edits, *config, after, lines, left);

  Created created = Created::Nothing;
  for (const auto &[number, line] : llvm::enumerate(lines))
    for (Created each : {Created::File, Created::FileAndFolder})
      if (left.empty() && line.rtrim() == commentFor(each)) {
        edits.instead[number] = std::nullopt;
        created = each;
      }

  ConfigChange change = applyEdits(edits, lines);
  change.kept = std::move(kept);
  change.created = change.text.empty() ? created : Created::Nothing;
  llvm::Expected<toml::table> result = parseToml(file, change.text);
  if (result && withoutEmpty(*result) == withoutEmpty(after))
    return change;
  if (!result)
    consumeError(result.takeError());
  return fail(text("the lines of lambda-cc can't be removed from '{}'", {file}),
              {text("remove those that end with '{}' by hand", {cargoMark.ltrim()})});
}

} // namespace lambdacc
