#include "CargoLines.h"
#include "Glibc.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace lambdacc {

ConfigKey keyOf(const Variable &variable) {
  if (variable.key.empty())
    return {{"env"}, variable.name};
  return {{"target", variable.targetOf.str()}, variable.key.str()};
}

const toml::table *tableAt(const toml::table &config, ArrayRef<std::string> path) {
  const toml::table *table = &config;
  for (const std::string &name : path)
    table = table ? table->get_as<toml::table>(name) : nullptr;
  return table;
}

std::vector<StringRef> linesOf(StringRef content) {
  std::vector<StringRef> lines;
  while (!content.empty()) {
    size_t end = content.find('\n');
    size_t length = end == StringRef::npos ? content.size() : end + 1;
    lines.push_back(content.take_front(length));
    content = content.drop_front(length);
  }
  return lines;
}

static StringRef withoutBreak(StringRef line) {
  line.consume_back("\n");
  line.consume_back("\r");
  return line;
}

//===- Marked lines ---------------------------------------------------------===//

static std::vector<Target> withAllCeilings(ArrayRef<Target> targets) {
  std::vector<Target> all;
  for (const Target &target : targets) {
    all.push_back(target);
    if (!target.isGlibc())
      continue;
    for (llvm::VersionTuple ceiling : ceilings()) {
      all.push_back(target);
      all.back().glibc = ceiling;
    }
  }
  return all;
}

// All lines that init writes for `targets`: for each ceiling, with names of PATH, and with the paths of each
// installation that a line of `found` has.
static llvm::StringSet<> everWritten(ArrayRef<Target> targets, ArrayRef<MarkedLine> found) {
  llvm::StringSet<> prefixes, lines;
  for (const MarkedLine &line : found)
    for (StringRef folder : {"/bin/", "/share/lambda-cc/"})
      if (size_t end = StringRef(line.value).rfind(folder); end != StringRef::npos)
        prefixes.insert(StringRef(line.value).take_front(end));
  auto add = [&](ArrayRef<Variable> variables) {
    for (const Variable &variable : variables)
      lines.insert(cargoLine(variable));
  };
  for (const Target &target : withAllCeilings(targets)) {
    add(portableEnvironmentFor(target));
    for (const auto &prefix : prefixes)
      add(environmentFor(target, prefix.first()));
  }
  return lines;
}

// The keys are looked up in the parsed file, so a line in a string of several lines is not taken for a key.
std::vector<MarkedLine> markedLines(const toml::table &config, ArrayRef<StringRef> lines,
                                    ArrayRef<Target> targets) {
  std::vector<MarkedLine> found;
  for (const Target &target : targets)
    for (const Variable &variable : environmentFor(target, /*prefix=*/"")) {
      ConfigKey key = keyOf(variable);
      const toml::table *table = tableAt(config, key.table);
      const toml::node *node = table ? table->get(key.name) : nullptr;
      size_t number = node ? node->source().begin.line - 1 : lines.size();
      if (number < lines.size() && withoutBreak(lines[number]).ends_with(cargoMark))
        found.push_back({number, std::move(key), shownValue(*node), /*edited=*/true});
    }
  llvm::StringSet<> written = everWritten(targets, found);
  for (MarkedLine &line : found)
    line.edited = !written.contains(withoutBreak(lines[line.number]));
  return found;
}

std::optional<size_t> headerLine(const toml::table &config, ArrayRef<StringRef> lines,
                                 ArrayRef<std::string> path, bool &isMarked) {
  const toml::table *table = tableAt(config, path);
  size_t number = table ? table->source().begin.line - 1 : lines.size();
  if (number >= lines.size())
    return std::nullopt;
  StringRef line = lines[number];
  line.consume_front("\xef\xbb\xbf"); // the byte order mark that Windows' editors begin a file with
  if (!line.ltrim().starts_with("["))
    return std::nullopt;
  // Parsed alone, a header is that table, empty.
  toml::parse_result alone = toml::parse(std::string_view(line.data(), line.size()));
  const toml::table *named = alone ? tableAt(alone.table(), path) : nullptr;
  if (!named || !named->empty())
    return std::nullopt;
  isMarked = withoutBreak(line) == cargoHeader(llvm::join(path, "."));
  return number;
}

StringRef commentFor(Created created) {
  switch (created) {
  case Created::File:
    return "# lambda-cc init created this file.";
  case Created::FileAndFolder:
    return "# lambda-cc init created this file and its folder.";
  case Created::Nothing:
    return "";
  }
  llvm_unreachable("a new kind");
}

//===- Edits ----------------------------------------------------------------===//

ConfigChange applyEdits(const LineEdits &edits, ArrayRef<StringRef> lines) {
  ConfigChange change;
  StringRef lineBreak =
      llvm::any_of(lines, [](StringRef line) { return line.ends_with("\r\n"); }) ? "\r\n" : "\n";
  unsigned count = 0; // of lines in change.text
  auto add = [&](StringRef line) {
    ++count;
    change.text += (line + lineBreak).str();
    change.shown.push_back(("+ " + line).str());
  };
  for (const auto &[number, line] : llvm::enumerate(lines)) {
    change.lineAfter.push_back(count + 1);
    if (auto instead = edits.instead.find(number); instead != edits.instead.end()) {
      change.shown.push_back(("- " + line.rtrim()).str());
      if (const std::optional<std::string> &replacement = instead->second)
        add(*replacement);
    } else {
      ++count;
      change.text += line;
      if (!line.ends_with("\n"))
        change.text += lineBreak;
    }
    if (auto below = edits.below.find(number); below != edits.below.end()) {
      change.shown.push_back(("  " + line.rtrim()).str());
      llvm::for_each(below->second, add);
    }
  }
  llvm::for_each(edits.atEnd, add);
  StringRef text = change.text;
  if (!lines.empty() && !lines.back().ends_with("\n") && !text.empty())
    change.text.resize(withoutBreak(text).size());
  return change;
}

} // namespace lambdacc
