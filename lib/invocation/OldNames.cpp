#include "OldNames.h"
#include "CcInvocation.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace lambdacc {

// Options of as that are cc's too, and those of two words. All others go to clang's assembler after -Wa,
// which says what it doesn't know.
static constexpr struct {
  StringRef option;
  bool takesNextWord;
} asOptions[] = {
    {"-o", true}, {"-I", true}, {"-g", false}, {"-v", false}, {"--version", false}, {"-###", false},
};

llvm::SmallVector<const char *, 0> ccWordsOfAs(ArrayRef<const char *> argv, llvm::StringSaver &saver) {
  llvm::SmallVector<const char *, 0> words = {"-c", "-x", "assembler"};
  bool hasInput = false, hasOutput = false, onlyAsks = false;
  for (size_t i = 0; i < argv.size(); ++i) {
    StringRef word = argv[i];
    if (word == "--64" || word == "-Qy" || word == "-Qn")
      continue; // the target says it, and it has no other
    const auto *row = llvm::find_if(asOptions, [&](const auto &row) { return word == row.option; });
    hasOutput |= word.starts_with("-o");
    onlyAsks |= word == "--version";
    if (row != std::end(asOptions)) {
      words.push_back(argv[i]);
      if (row->takesNextWord && i + 1 < argv.size())
        words.push_back(argv[++i]);
    } else if (word == "-" || !word.starts_with("-")) {
      hasInput = true;
      words.push_back(argv[i]);
    } else if (word.starts_with("-o") || word.starts_with("-I")) {
      words.push_back(argv[i]);
    } else if (word == "--defsym" && i + 1 < argv.size()) {
      words.push_back(saver.save("-Wa,-defsym," + llvm::Twine(argv[++i])).data());
    } else {
      words.push_back(saver.save("-Wa," + word).data());
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
