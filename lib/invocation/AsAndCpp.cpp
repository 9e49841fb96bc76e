#include "AsAndCpp.h"
#include "CcInvocation.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace lambdacc {

namespace {
enum class As {
  Same,     ///< the same in cc
  SameNext, ///< the same in cc, with the next argument
  Ignore,   ///< ignored, as GNU as does, or implied by the target
  DepFile,  ///< --MD file: writes dependencies
  Symbol,   ///< --defsym name=value
};
} // namespace

// Options of GNU as. All others are passed to clang's assembler with -Wa, which reports unknown ones.
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

llvm::SmallVector<const char *, 0> translateAs(ArrayRef<const char *> argv, llvm::StringSaver &saver) {
  llvm::SmallVector<const char *, 0> args = {"-c", "-x", "assembler"};
  bool hasInput = false, hasOutput = false, isQuery = false;
  for (size_t i = 0; i < argv.size(); ++i) {
    StringRef arg = argv[i];
    hasOutput |= arg.starts_with("-o");
    isQuery |= arg == "--version";
    const auto *row = llvm::find_if(asOptions, [&](const auto &row) { return arg == row.option; });
    if (row == std::end(asOptions)) {
      bool isFile = arg == "-" || !arg.starts_with("-");
      hasInput |= isFile;
      if (isFile || arg.starts_with("-o") || arg.starts_with("-I"))
        args.push_back(argv[i]);
      else if (arg.consume_front("--gdwarf-"))
        args.push_back(saver.save("-gdwarf-" + arg).data());
      else if (arg.consume_front("--defsym="))
        args.push_back(saver.save("-Wa,-defsym," + arg).data());
      else
        args.push_back(saver.save("-Wa," + arg).data());
      continue;
    }
    bool hasNext = i + 1 < argv.size();
    switch (row->as) {
    case As::Ignore:
      break;
    case As::Same:
      args.push_back(argv[i]);
      break;
    case As::SameNext:
      args.push_back(argv[i]);
      if (hasNext)
        args.push_back(argv[++i]);
      break;
    case As::DepFile:
      args.append({"-MD", "-MF"});
      if (hasNext)
        args.push_back(argv[++i]);
      break;
    case As::Symbol:
      if (hasNext)
        args.push_back(saver.save("-Wa,-defsym," + llvm::Twine(argv[++i])).data());
      break;
    }
  }
  if (!hasInput && !isQuery)
    args.push_back("-");
  if (!hasOutput && !isQuery)
    args.append({"-o", "a.out"});
  return args;
}

llvm::SmallVector<const char *, 0> translateCpp(ArrayRef<const char *> argv, llvm::StringSaver &saver) {
  CcInvocation cc = parseCc(argv, /*cxx=*/false, saver);
  llvm::SmallVector<const char *, 0> args = {"-E"};
  unsigned files = 0;
  for (const CcArg &arg : cc.args) {
    bool isFile = arg.use == Use::Source || arg.use == Use::Linkable;
    if (isFile && ++files == 2)
      args.push_back("-o");
    if (isFile && files == 1 && !cc.has(ccopt::OPT_x))
      args.append({"-x", "c"}); // the input of cpp is C, whatever its name
    for (StringRef part : arg.spelling)
      args.push_back(part.data());
  }
  bool isQuery =
      llvm::any_of(argv, [](StringRef arg) { return arg == "--version" || arg == "-dumpmachine"; });
  if (!files && !isQuery)
    args.append({"-x", "c", "-"});
  return args;
}

} // namespace lambdacc
