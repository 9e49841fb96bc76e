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

// Paths and options of a compiler contain "=", too.
static bool isVariable(StringRef word) {
  auto [name, value] = word.split('=');
  return name != word && !name.empty() && name.front() != '-' &&
         llvm::all_of(name, [](char c) { return llvm::isAlnum(c) || StringRef("_-.").contains(c); });
}

static bool isEnv(StringRef word) { return path::filename(word) == "env"; }

// Removes the options of env at the start of its arguments.
static llvm::Error takeEnvOptions(llvm::ArrayRef<const char *> &words, PrintedCommand &command) {
  while (!words.empty() && StringRef(words.front()).starts_with("-")) {
    StringRef option = words.front();
    words = words.drop_front();
    if (option == "--")
      break;
    if (option == "-i" || option == "-" || option == "--ignore-environment") {
      command.hasOnlyTheseVariables = true;
      command.variables.clear();
    } else if ((option == "-u" || option == "--unset") && !words.empty()) {
      command.variables.push_back({words.front(), std::nullopt});
      words = words.drop_front();
    } else if (option.consume_front("--unset=") || (option.size() > 2 && option.consume_front("-u"))) {
      command.variables.push_back({option.str(), std::nullopt});
    } else {
      return failUsage(text("'{}' of env can't be explained", {option}),
                       {"leave it out; -i, -u NAME and NAME=value can be explained"});
    }
  }
  return llvm::Error::success();
}

llvm::Expected<PrintedCommand> commandIn(llvm::ArrayRef<const char *> words) {
  PrintedCommand command;
  while (!words.empty() && (isVariable(words.front()) || isEnv(words.front()))) {
    auto [name, value] = StringRef(words.front()).split('=');
    bool isAssignment = isVariable(words.front());
    words = words.drop_front();
    if (isAssignment)
      command.variables.push_back({name.str(), value.str()});
    else if (llvm::Error error = takeEnvOptions(words, command))
      return std::move(error);
  }
  command.words.assign(words.begin(), words.end());
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
  bool isQuoted;      ///< from its first character on
  bool isCut = false; ///< without the quote at its end
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
    word.isCut = quotes;
    words.push_back(std::move(word));
  }
  return words;
}

// The index of the first part of what sets variables before `program`: env, -i, -u NAME, NAME="value".
static size_t startOfVariables(llvm::ArrayRef<Word> words, size_t program) {
  auto isAt = [&](size_t behind, StringRef text) {
    return behind <= program && !words[program - behind].isQuoted && words[program - behind].text == text;
  };
  size_t count = 0;
  while (count < program) {
    const Word &word = words[program - count - 1];
    if (isAt(count + 2, "-u"))
      count += 2;
    else if (!word.isQuoted && (isVariable(word.text) || word.text == "-i" || word.text == "env"))
      ++count;
    else
      break;
  }
  return program - count;
}

// Whether a command may follow it: "note:", "running:", and older cc-rs print `Command "cc" "-c"`. Rust
// prints `cd "…" &&` for a command with a folder.
static bool introduces(const Word &word) {
  StringRef text = word.text;
  return !word.isQuoted && (text.ends_with(":") || text == "&&" || text.equals_insensitive("command"));
}

// Whether this may follow the last argument of a command: older cc-rs print `with args cc`.
static bool mayFollow(llvm::ArrayRef<Word> words) {
  return words.empty() || (words.size() > 1 && words[0].text == "with" && words[1].text == "args");
}

static std::optional<PrintedCommand> commandOfLine(StringRef line,
                                                   llvm::function_ref<bool(StringRef program)> isTool) {
  std::vector<Word> all = wordsIn(line);
  llvm::ArrayRef<Word> words = all;
  auto isProgram = [&](const Word &word) { return word.isQuoted && !word.isCut && isTool(word.text); };
  size_t program = llvm::find_if(words, isProgram) - words.begin();
  llvm::ArrayRef<Word> args =
      words.drop_front(program).take_while([](const Word &word) { return word.isQuoted; });
  if (args.size() < 2 || !mayFollow(words.drop_front(program + args.size())))
    return std::nullopt;
  size_t start = startOfVariables(words, program);
  if (start == program && start > 0 && !introduces(words[start - 1]))
    return std::nullopt;

  std::vector<const char *> texts;
  for (const Word &word : words.slice(start, program - start + args.size()))
    texts.push_back(word.text.c_str());
  llvm::Expected<PrintedCommand> command = commandIn(texts);
  if (!command) {
    consumeError(command.takeError());
    return std::nullopt;
  }
  command->isCut = args.back().isCut;
  return std::move(*command);
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
