#include "PrintedCommand.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

constexpr StringRef sysrootMark = "<sysroot>";

//===- The command in a line ------------------------------------------------===//

PrintedCommand commandIn(llvm::ArrayRef<const char *> words) {
  PrintedCommand command;
  size_t i = 0;
  for (; i < words.size(); ++i) {
    StringRef word = words[i];
    if (word == "-u" && i + 1 < words.size())
      ++i;
    else if (auto [name, value] = word.split('='); word != "env" && word != "-i" && name == word)
      break;
    else if (name == "PATH")
      command.path = value.str();
  }
  command.words.assign(words.begin() + i, words.end());
  return command;
}

// Colors: ESC, '[', digits and semicolons, a letter.
static std::string withoutColors(StringRef line) {
  std::string plain;
  while (!line.empty()) {
    auto [before, after] = line.split("\x1b[");
    plain += before;
    after = after.drop_while([](char c) { return llvm::isDigit(c) || c == ';'; });
    line = after.drop_front(after.empty() ? 0 : 1);
  }
  return plain;
}

// The character behind a backslash, as Rust's Debug writes it. Removes it from `rest`.
static std::string unescape(StringRef &rest) {
  char c = rest.front();
  rest = rest.drop_front();
  uint32_t code = 0;
  if (c == 'u' && rest.consume_front("{")) {
    auto [digits, after] = rest.split('}');
    char utf8[UNI_MAX_UTF8_BYTES_PER_CODE_POINT];
    char *end = utf8;
    if (!digits.getAsInteger(16, code) && llvm::ConvertCodePointToUTF8(code, end)) {
      rest = after;
      return {utf8, end};
    }
  }
  switch (c) {
  case 'n':
    return "\n";
  case 't':
    return "\t";
  case 'r':
    return "\r";
  case '0':
    return std::string(1, '\0');
  default:
    return {c};
  }
}

namespace {
struct Word {
  std::string text;
  bool isQuoted; ///< from its first character on
};
} // namespace

static std::vector<Word> wordsIn(StringRef line) {
  std::vector<Word> words;
  while (!(line = line.ltrim(" \t")).empty()) {
    Word word{"", line.front() == '"'};
    bool quotes = false;
    while (!line.empty() && (quotes || (line.front() != ' ' && line.front() != '\t'))) {
      char c = line.front();
      line = line.drop_front();
      if (c == '"')
        quotes = !quotes;
      else if (c == '\\' && quotes && !line.empty())
        word.text += unescape(line);
      else
        word.text += c;
    }
    words.push_back(std::move(word));
  }
  return words;
}

// From the first quoted argument that is a tool to the last quoted one.
static std::optional<PrintedCommand> commandOfLine(StringRef line,
                                                   llvm::function_ref<bool(StringRef program)> isTool) {
  PrintedCommand command;
  for (Word &word : wordsIn(line)) {
    if (command.words.empty() && StringRef(word.text).starts_with("PATH="))
      command.path = word.text.substr(strlen("PATH="));
    if (command.words.empty() && !(word.isQuoted && isTool(word.text)))
      continue;
    if (!word.isQuoted)
      break;
    command.words.push_back(std::move(word.text));
  }
  if (command.words.empty())
    return std::nullopt;
  return command;
}

std::optional<PrintedCommand> lastCommandIn(StringRef text,
                                            llvm::function_ref<bool(StringRef program)> isTool) {
  std::optional<PrintedCommand> last;
  for (StringRef line : llvm::split(text, '\n'))
    if (std::optional<PrintedCommand> command = commandOfLine(withoutColors(line.rtrim('\r')), isTool))
      last = std::move(command);
  return last;
}

//===- What rustc shortens --------------------------------------------------===//

bool namesSysroot(llvm::ArrayRef<std::string> words) {
  return llvm::any_of(words, [](StringRef word) { return word.contains(sysrootMark); });
}

bool isOmission(StringRef word) { return word.starts_with("<") && word.ends_with(" omitted>"); }

// The first file that matches `file`, which ends with "-*.rlib"; "" without a match.
static std::string findByStart(StringRef file, llvm::vfs::FileSystem &fs) {
  StringRef start = path::filename(file).take_until([](char c) { return c == '*'; });
  std::error_code error;
  for (llvm::vfs::directory_iterator it = fs.dir_begin(path::parent_path(file), error), end;
       !error && it != end; it.increment(error)) {
    StringRef name = path::filename(it->path());
    if (name.consume_front(start) && name.consume_back(".rlib") && llvm::all_of(name, llvm::isHexDigit))
      return it->path().str();
  }
  return "";
}

// A library that is written as rustc prints it, and what it stands for.
static llvm::Error addLibrary(std::string file, llvm::vfs::FileSystem &fs, std::vector<std::string> &whole) {
  if (StringRef(file).ends_with("-*.rlib")) {
    std::string found = findByStart(file, fs);
    if (found.empty())
      return fail(text("no library '{}'", {file}), {"another Rust printed this line"});
    file = std::move(found);
  }
  whole.push_back(std::move(file));
  return llvm::Error::success();
}

llvm::Expected<std::vector<std::string>> withWholePaths(llvm::ArrayRef<std::string> words, StringRef sysroot,
                                                        llvm::vfs::FileSystem &fs) {
  std::vector<std::string> whole;
  for (std::string word : words) {
    if (size_t at = word.find(sysrootMark); at != std::string::npos)
      word.replace(at, sysrootMark.size(), sysroot);
    auto [folder, names] = StringRef(word).split("/{");
    std::vector<std::string> files = {word};
    if (names.consume_back("}.rlib")) {
      files.clear();
      for (StringRef name : llvm::split(names, ',')) {
        name.consume_back(".rlib"); // older rustcs leave it inside the braces
        files.push_back(text("{}/{}.rlib", {folder, name}));
      }
    }
    for (std::string &file : files)
      if (llvm::Error error = addLibrary(std::move(file), fs, whole))
        return std::move(error);
  }
  return whole;
}

} // namespace lambdacc
