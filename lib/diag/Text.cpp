#include "Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Unicode.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <cassert>
#include <fmt/args.h>
#include <fmt/format.h>

namespace lambdacc {

std::string text(llvm::StringRef sentence, std::initializer_list<llvm::StringRef> values) {
  assert(sentence.count("{}") == values.size() && "a sentence and its values do not agree");
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (llvm::StringRef value : values)
    store.push_back(fmt::string_view(value.data(), value.size()));
  return fmt::vformat(fmt::string_view(sentence.data(), sentence.size()), store);
}

std::string joinWithAnd(llvm::ArrayRef<std::string> names) {
  std::string out;
  for (const std::string &name : names) {
    if (&name != names.begin())
      out += &name == names.end() - 1 ? " and " : ", ";
    out += name;
  }
  return out;
}

std::string underscored(llvm::StringRef name) {
  std::string result = name.str();
  std::replace(result.begin(), result.end(), '-', '_');
  return result;
}

llvm::StringRef nearest(llvm::StringRef name, llvm::ArrayRef<llvm::StringRef> candidates) {
  llvm::StringRef best;
  unsigned fewest = name.size() / 3 + 2;
  for (llvm::StringRef candidate : candidates) {
    unsigned edits = name.edit_distance(candidate, /*AllowReplacements=*/true, fewest);
    if (edits < fewest) {
      fewest = edits;
      best = candidate;
    }
  }
  return best;
}

std::string padded(llvm::StringRef value, unsigned width) {
  std::string out;
  llvm::raw_string_ostream(out) << llvm::left_justify(value, width);
  return out;
}

std::string quoteForShell(llvm::StringRef arg) {
  constexpr llvm::StringLiteral harmless =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@%+=:,./-_";
  if (!arg.empty() && arg.find_first_not_of(harmless) == llvm::StringRef::npos)
    return arg.str();
  std::string out = "'";
  for (char c : arg) {
    if (c == '\'')
      out += "'\\'";
    out += c;
  }
  return out + "'";
}

//===- Foreign text ---------------------------------------------------------===//

namespace {
/// A UTF-8 character, or one byte that is not part of a valid one.
struct Character {
  llvm::StringRef bytes;
  llvm::UTF32 code;
  bool isPrintable;
};
} // namespace

static Character firstOf(llvm::StringRef text) {
  llvm::UTF32 code;
  const llvm::UTF8 *end = text.bytes_begin();
  if (llvm::convertUTF8Sequence(&end, text.bytes_end(), &code, llvm::strictConversion) != llvm::conversionOK)
    return {text.take_front(1), /*the replacement character*/ 0xFFFD, false};
  return {text.take_front(end - text.bytes_begin()), code,
          llvm::sys::unicode::isPrintable(static_cast<int>(code))};
}

// `text` with each unprintable character replaced by the result of `escape`.
static std::string escaped(llvm::StringRef text, llvm::function_ref<std::string(const Character &)> escape) {
  std::string out;
  while (true) {
    llvm::StringRef plain = text.take_while(llvm::isPrint); // all of it, as a rule
    out += plain;
    text = text.drop_front(plain.size());
    if (text.empty())
      return out;
    Character character = firstOf(text);
    out += character.isPrintable ? character.bytes.str() : escape(character);
    text = text.drop_front(character.bytes.size());
  }
}

static std::string inHex(llvm::StringRef bytes) {
  std::string out;
  for (char byte : bytes)
    out += "\\x" + llvm::toHex(llvm::StringRef(&byte, 1), /*LowerCase=*/true);
  return out;
}

std::string printableLine(llvm::StringRef line) {
  std::string out = escaped(line, [](const Character &character) { return inHex(character.bytes); });
  // GitHub trims a line before it looks for commands. Azure and TeamCity find them anywhere in a line.
  if (llvm::StringRef(out).ltrim().starts_with("::"))
    out.replace(out.find(':'), 1, inHex(":"));
  for (llvm::StringRef command : {"##[", "##vso[", "##teamcity["})
    for (size_t at; (at = llvm::StringRef(out).find(command)) != llvm::StringRef::npos;)
      out.replace(at, 1, inHex("#"));
  return out;
}

// Octal escapes always have three digits. \xNN would also take hex digits that follow.
static std::string inOctal(llvm::StringRef bytes) {
  std::string out;
  for (unsigned char byte : bytes)
    out += "\\" + std::to_string(byte >> 6) + std::to_string(byte >> 3 & 7) + std::to_string(byte & 7);
  return out;
}

static std::string inDollarQuotes(llvm::StringRef arg) {
  std::string quoted;
  for (char c : arg)
    quoted += llvm::StringRef("'\\#").contains(c) ? inOctal(llvm::StringRef(&c, 1)) : std::string(1, c);
  return "$'" + escaped(quoted, [](const Character &character) { return inOctal(character.bytes); }) + "'";
}

std::string shellCommand(llvm::ArrayRef<std::string> command) {
  std::string line;
  for (const std::string &arg : command) {
    line += line.empty() ? "" : " ";
    line += printableLine(arg) == arg ? quoteForShell(arg) : inDollarQuotes(arg);
  }
  return line;
}

std::string printableJson(llvm::StringRef json) {
  return escaped(json, [](const Character &character) {
    auto unit = [](llvm::UTF32 code) {
      return "\\u" + llvm::utohexstr(code, /*LowerCase=*/true, /*Width=*/4);
    };
    llvm::UTF32 code = character.code;
    if (code < ' ') // only white space between the values
      return character.bytes.str();
    return code < 0x10000 ? unit(code) : unit(0xD7C0 + (code >> 10)) + unit(0xDC00 + (code & 0x3FF));
  });
}

} // namespace lambdacc
