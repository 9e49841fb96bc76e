#include "OldNames.h"
#include "CcInvocation.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace lambdacc {

namespace {
enum class As {
  Same,     ///< cc has it, too
  SameNext, ///< so does it with the next word
  Ignore,   ///< as GNU's does, or said by the target
  DepFile,  ///< --MD file: the dependencies
  Symbol,   ///< --defsym name=value
};
} // namespace

// Options of GNU's as. All others go to clang's assembler behind -Wa, which says what it doesn't know.
static constexpr struct {
  StringRef option;
  As as;
} asOptions[] = {
    {"-o", As::SameNext},    {"-I", As::SameNext},     {"-g", As::Same},           {"-v", As::Same},
    {"--version", As::Same}, {"-###", As::Same},       {"--64", As::Ignore},       {"-k", As::Ignore},
    {"-K", As::Ignore},      {"-Qy", As::Ignore},      {"-Qn", As::Ignore},        {"-R", As::Ignore},
    {"-D", As::Ignore},      {"-EL", As::Ignore},      {"-mabi=lp64", As::Ignore}, {"-MD", As::DepFile},
    {"--MD", As::DepFile},   {"--defsym", As::Symbol},
};

llvm::SmallVector<const char *, 0> ccWordsOfAs(ArrayRef<const char *> argv, llvm::StringSaver &saver) {
  llvm::SmallVector<const char *, 0> words = {"-c", "-x", "assembler"};
  bool hasInput = false, hasOutput = false, onlyAsks = false;
  for (size_t i = 0; i < argv.size(); ++i) {
    StringRef word = argv[i];
    hasOutput |= word.starts_with("-o");
    onlyAsks |= word == "--version";
    const auto *row = llvm::find_if(asOptions, [&](const auto &row) { return word == row.option; });
    if (row == std::end(asOptions)) {
      bool isFile = word == "-" || !word.starts_with("-");
      hasInput |= isFile;
      if (isFile || word.starts_with("-o") || word.starts_with("-I"))
        words.push_back(argv[i]);
      else if (word.consume_front("--gdwarf-"))
        words.push_back(saver.save("-gdwarf-" + word).data());
      else if (word.consume_front("--defsym="))
        words.push_back(saver.save("-Wa,-defsym," + word).data());
      else
        words.push_back(saver.save("-Wa," + word).data());
      continue;
    }
    bool hasNext = i + 1 < argv.size();
    switch (row->as) {
    case As::Ignore:
      break;
    case As::Same:
      words.push_back(argv[i]);
      break;
    case As::SameNext:
      words.push_back(argv[i]);
      if (hasNext)
        words.push_back(argv[++i]);
      break;
    case As::DepFile:
      words.append({"-MD", "-MF"});
      if (hasNext)
        words.push_back(argv[++i]);
      break;
    case As::Symbol:
      if (hasNext)
        words.push_back(saver.save("-Wa,-defsym," + llvm::Twine(argv[++i])).data());
      break;
    }
  }
  if (!hasInput && !onlyAsks)
    words.push_back("-");
  if (!hasOutput && !onlyAsks)
    words.append({"-o", "a.out"});
  return words;
}

llvm::SmallVector<const char *, 0> ccWordsOfCpp(ArrayRef<const char *> argv, llvm::StringSaver &saver) {
  CcInvocation cc = parseCc(argv, /*cxx=*/false, saver);
  llvm::SmallVector<const char *, 0> words = {"-E"};
  unsigned files = 0;
  for (const CcArg &arg : cc.args) {
    bool isFile = arg.use == Use::Source || arg.use == Use::Linkable;
    if (isFile && ++files == 2)
      words.push_back("-o");
    if (isFile && files == 1 && !cc.has(ccopt::OPT_x))
      words.append({"-x", "c"}); // cpp's input is C whatever it is called
    for (StringRef word : arg.words)
      words.push_back(word.data());
  }
  bool asks =
      llvm::any_of(argv, [](StringRef word) { return word == "--version" || word == "-dumpmachine"; });
  if (!files && !asks)
    words.append({"-x", "c", "-"});
  return words;
}

} // namespace lambdacc
