#include "Text.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"
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

std::string inWords(llvm::ArrayRef<std::string> words) {
  std::string out;
  for (const std::string &word : words) {
    if (&word != words.begin())
      out += &word == words.end() - 1 ? " and " : ", ";
    out += word;
  }
  return out;
}

llvm::StringRef nearest(llvm::StringRef word, llvm::ArrayRef<llvm::StringRef> candidates) {
  llvm::StringRef best;
  unsigned fewest = word.size() / 3 + 2;
  for (llvm::StringRef candidate : candidates) {
    unsigned edits = word.edit_distance(candidate, /*AllowReplacements=*/true, fewest);
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

std::string quoteForShell(llvm::StringRef word) {
  constexpr llvm::StringLiteral harmless =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@%+=:,./-_";
  if (!word.empty() && word.find_first_not_of(harmless) == llvm::StringRef::npos)
    return word.str();
  std::string out = "'";
  for (char c : word) {
    if (c == '\'')
      out += "'\\'";
    out += c;
  }
  return out + "'";
}

} // namespace lambdacc
