#include "LinkerMessages.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"

using llvm::StringRef;

namespace lambdacc {

namespace {
// The text before a name in a message, and the text that ends the name.
struct Phrase {
  llvm::StringLiteral before;
  llvm::StringLiteral ends;
};
} // namespace

// ld.lld, mold, GNU ld.
static constexpr Phrase libraryPhrases[] = {
    {"unable to find library -l", ""}, {"library not found: ", ""}, {"cannot find -l", ":"}};
static constexpr Phrase symbolPhrases[] = {
    {"undefined symbol: ", ""}, {"undefined hidden symbol: ", ""}, {"undefined reference to `", "'"}};
static constexpr Phrase incompatiblePhrases[] = {{"error: ", " is incompatible with "},
                                                 {"warning: ", ": skipping incompatible file"},
                                                 {"skipping incompatible ", " when searching"}};

// The name in `line`; "" if it has none of the phrases.
static StringRef nameIn(StringRef line, llvm::ArrayRef<Phrase> phrases) {
  for (const Phrase &phrase : phrases) {
    size_t at = line.find(phrase.before);
    if (at == StringRef::npos)
      continue;
    StringRef name = line.substr(at + phrase.before.size());
    if (!phrase.ends.empty())
      name = name.take_front(name.find(phrase.ends));
    if (!name.trim().empty())
      return name.trim();
  }
  return "";
}

// Whether `file` is an object or a member of an archive. A linker that knows the source names that, too. The
// names of LTO's own objects are of no use.
static bool isObject(StringRef file) {
  return (file.ends_with(".o") || file.ends_with(".a") || (file.contains('(') && file.ends_with(")"))) &&
         !file.contains("lto.tmp") && !file.contains("ld-temp.o");
}

// The file in a part of a message of ld.lld's, "a.o:(f) in archive lib.a" or "a.o:(.text+0x1)", or mold's,
// "lib.a(a.o):(f)"; "" if there is none.
static std::string userIn(StringRef part) {
  auto [place, archive] = part.trim().split(" in archive ");
  StringRef file = place.take_front(place.find(":("));
  if (file.size() == place.size() || !isObject(file))
    return "";
  return archive.empty() ? file.str() : (archive.trim() + "(" + file + ")").str();
}

// "ld: lib.a(a.o): in function `f':", after which GNU ld names sources alone, or "ld: a.o:(.data+0x10): un…".
static std::string userInGnu(StringRef line) {
  StringRef before = line.take_front(line.find_insensitive(": in function `"));
  if (before.size() == line.size())
    before = line.take_front(line.find(":("));
  if (before.size() == line.size())
    return "";
  StringRef file = before.rsplit(": ").second.empty() ? before : before.rsplit(": ").second;
  return isObject(file) ? file.str() : "";
}

// A symbol that is defined twice. ld.lld names the files in the next lines. mold prints "duplicate symbol:
// b.o: a.o: name", and GNU ld "b.o:b.c:(.text+0x0): multiple definition of `name'; a.o:a.c:(.text+0x0): first
// defined here".
static std::optional<DuplicateSymbol> duplicateIn(StringRef line, const std::string &gnuUser) {
  auto [before, after] = line.split("duplicate symbol: ");
  if (before.size() != line.size()) {
    auto [files, name] = after.rsplit(": ");
    if (name.empty())
      return DuplicateSymbol{after.trim(), {}};
    auto [second, first] = files.split(": ");
    return DuplicateSymbol{name.trim(), {first.str(), second.str()}};
  }
  std::tie(before, after) = line.split("multiple definition of `");
  if (before.size() == line.size())
    return std::nullopt;
  auto [name, first] = after.split("'; ");
  return DuplicateSymbol{name, {first.take_front(first.find(':')).str(), gnuUser}};
}

LinkerMessages readLinkerMessages(StringRef messages) {
  constexpr size_t mostUsers = 4;
  LinkerMessages read;
  llvm::StringMap<size_t> known;
  UndefinedSymbol *last = nullptr; // ld.lld and mold print its users in the next lines
  DuplicateSymbol *lastDuplicate = nullptr;
  std::string gnuUser;
  auto addUser = [](UndefinedSymbol &symbol, std::string user) {
    if (!user.empty() && symbol.users.size() < mostUsers && !llvm::is_contained(symbol.users, user))
      symbol.users.push_back(std::move(user));
  };
  for (StringRef line : llvm::split(messages, '\n')) {
    if (line.starts_with(">>>")) {
      if (last) // mold 1.10 prints no end of line after a user
        for (StringRef part : llvm::split(line, ">>>")) {
          part = part.trim();
          part.consume_front("referenced by ");
          addUser(*last, userIn(part));
        }
      if (std::string file = userIn(line.drop_front(3)); lastDuplicate && !file.empty())
        lastDuplicate->files.push_back(std::move(file));
      continue;
    }
    last = nullptr;
    lastDuplicate = nullptr;
    if (StringRef library = nameIn(line, libraryPhrases); !library.empty())
      read.libraries.insert(library);
    if (StringRef file = line.contains("incompatible") ? nameIn(line, incompatiblePhrases) : "";
        !file.empty())
      read.incompatible.insert(file);
    if (std::string user = userInGnu(line); !user.empty())
      gnuUser = std::move(user);
    if (std::optional<DuplicateSymbol> duplicate = duplicateIn(line, gnuUser)) {
      read.duplicates.push_back(std::move(*duplicate));
      lastDuplicate = &read.duplicates.back();
    }
    StringRef name = nameIn(line, symbolPhrases);
    if (name.empty())
      continue;
    auto [entry, isNew] = known.try_emplace(name, read.symbols.size());
    if (isNew)
      read.symbols.push_back({name, {}});
    last = &read.symbols[entry->second];
    if (line.contains("undefined reference to `"))
      addUser(*last, gnuUser);
  }
  return read;
}

} // namespace lambdacc
