// Each row was tried with GCC 10 to 16, which reject or misread the option, and clang 19, which has it. Rows
// are spellings and not options of clang's table: there -fdiagnostics-color is an alias of
// -fcolor-diagnostics, and only one of them is GCC's. test/real/Inputs/gcc-options.txt has the options that
// both have.
#include "GccRules.h"
#include "llvm/ADT/ArrayRef.h"
#include <optional>

using llvm::StringRef;
using namespace clang::driver::options;

namespace lambdacc {

namespace {
enum class Act { Drop, Replace, Refuse };

struct Row {
  StringRef spelling; ///< the whole argument, or up to its value
  Act act;
  StringRef instead; ///< the replacement, followed by the value if it ends in =
  StringRef why;
};
} // namespace

// clang-format off
static constexpr Row rows[] = {
    // Messages.
    {"-Qunused-arguments",         Act::Drop, "", "GCC does not warn of unused arguments"},
    {"--start-no-unused-arguments", Act::Drop, "", "GCC does not warn of unused arguments"},
    {"--end-no-unused-arguments",  Act::Drop, "", "GCC does not warn of unused arguments"},
    {"-Wunused-command-line-argument", Act::Drop, "", "GCC does not warn of unused arguments"},
    {"-Werror=unused-command-line-argument", Act::Drop, "", "GCC does not warn of unused arguments"},
    {"-Wunknown-warning-option",   Act::Drop, "", "GCC rejects an unknown warning in any case"},
    {"-Werror=unknown-warning-option", Act::Drop, "", "GCC rejects an unknown warning in any case"},
    {"-Weverything",               Act::Drop, "", "GCC has no name for all warnings"},
    {"-Wshorten-64-to-32",         Act::Drop, "", "a warning that only clang has"},
    {"-Wconditional-uninitialized", Act::Drop, "", "a warning that only clang has"},
    {"-Wdocumentation",            Act::Drop, "", "a warning that only clang has"},
    {"-Wheader-hygiene",           Act::Drop, "", "a warning that only clang has"},
    {"-Wnewline-eof",              Act::Drop, "", "a warning that only clang has"},
    {"-Wthread-safety",            Act::Drop, "", "a warning that only clang has"},
    {"-Wunreachable-code-aggressive", Act::Drop, "", "a warning that only clang has"},
    {"-fcolor-diagnostics",        Act::Replace, "-fdiagnostics-color=always", "GCC's name for it"},
    {"-fno-color-diagnostics",     Act::Replace, "-fno-diagnostics-color", "GCC's name for it"},
    {"-fcaret-diagnostics",        Act::Replace, "-fdiagnostics-show-caret", "GCC's name for it"},
    {"-fno-caret-diagnostics",     Act::Replace, "-fno-diagnostics-show-caret", "GCC's name for it"},
    {"-ferror-limit=",             Act::Replace, "-fmax-errors=", "GCC's name for it"},
    {"-fansi-escape-codes",        Act::Drop, "", "for consoles of Windows; GCC always writes such codes"},
    {"-fdiagnostics-absolute-paths", Act::Drop, "", "clang only; it changes messages, and no object"},
    {"-fspell-checking",           Act::Drop, "", "clang only; it changes messages, and no object"},
    {"-fno-spell-checking",        Act::Drop, "", "clang only; it changes messages, and no object"},
    {"-fcrash-diagnostics",        Act::Drop, "", "what clang writes when it crashes"},
    {"-fcrash-diagnostics=",       Act::Drop, "", "what clang writes when it crashes"},
    {"-fno-crash-diagnostics",     Act::Drop, "", "what clang writes when it crashes"},
    {"-fcrash-diagnostics-dir=",   Act::Drop, "", "what clang writes when it crashes"},
    {"-R",                         Act::Drop, "", "a remark of clang's optimizer; GCC reads it as -R, of its linker"},
    {"-Rpass=",                    Act::Drop, "", "a remark of clang's optimizer; GCC reads it as -R, of its linker"},
    {"-Rpass-missed=",             Act::Drop, "", "a remark of clang's optimizer; GCC reads it as -R, of its linker"},
    {"-Rpass-analysis=",           Act::Drop, "", "a remark of clang's optimizer; GCC reads it as -R, of its linker"},
    {"-gen-reproducer",            Act::Drop, "", "what clang writes when it crashes"},
    {"-gen-reproducer=",           Act::Drop, "", "what clang writes when it crashes"},

    // LTO. ld.lld reads LLVM's bitcode, but not GIMPLE, which is GCC's.
    {"-flto",                      Act::Drop, "", "ld.lld does not read what GCC writes for LTO"},
    {"-flto=",                     Act::Drop, "", "ld.lld does not read what GCC writes for LTO"},
    {"-flto-jobs=",                Act::Drop, "", "ld.lld does not read what GCC writes for LTO"},
    {"-funified-lto",              Act::Drop, "", "a kind of clang's LTO"},
    {"-fno-unified-lto",           Act::Drop, "", "a kind of clang's LTO"},
    {"-fsplit-lto-unit",           Act::Drop, "", "a kind of clang's LTO"},
    {"-fno-split-lto-unit",        Act::Drop, "", "a kind of clang's LTO"},
    {"-fwhole-program-vtables",    Act::Drop, "", "a kind of clang's LTO"},
    {"-fno-whole-program-vtables", Act::Drop, "", "a kind of clang's LTO"},
    {"-fembed-bitcode",            Act::Drop, "", "LLVM's bitcode beside the code, which no linker for Lambda reads"},
    {"-fembed-bitcode=",           Act::Drop, "", "LLVM's bitcode beside the code, which no linker for Lambda reads"},
    {"-fembed-bitcode-marker",     Act::Drop, "", "LLVM's bitcode beside the code, which no linker for Lambda reads"},
    {"-emit-llvm",                 Act::Refuse, "", "GCC does not write LLVM's bitcode"},
    {"-fthinlto-index=",           Act::Refuse, "", "GCC does not read LLVM's bitcode"},

    // Debug information.
    {"-gline-tables-only",         Act::Replace, "-g1", "the nearest that GCC has"},
    {"-gline-directives-only",     Act::Replace, "-g1", "the nearest that GCC has"},
    {"-gmlt",                      Act::Replace, "-g1", "the nearest that GCC has"},
    {"-glldb",                     Act::Replace, "-g", "the nearest that GCC has"},
    {"-fdebug-macro",              Act::Replace, "-g3", "GCC's name for it"},
    {"-fno-debug-macro",           Act::Drop, "", "it is GCC's default"},
    {"-fstandalone-debug",         Act::Drop, "", "GCC describes the types that a file uses in any case"},
    {"-fno-standalone-debug",      Act::Drop, "", "GCC describes the types that a file uses in any case"},
    {"-fno-limit-debug-info",      Act::Drop, "", "GCC describes the types that a file uses in any case"},
    {"-flimit-debug-info",         Act::Drop, "", "GCC describes the types that a file uses in any case"},
    {"-fdebug-info-for-profiling", Act::Drop, "", "for profiles that only clang reads"},
    {"-gembed-source",             Act::Drop, "", "GCC has no debug information of this kind"},
    {"-gno-embed-source",          Act::Drop, "", "GCC has no debug information of this kind"},
    {"-gsimple-template-names",    Act::Drop, "", "GCC has no debug information of this kind"},
    {"-gmodules",                  Act::Drop, "", "GCC has no debug information of this kind"},
    {"-fdebug-compilation-dir",    Act::Drop, "", "GCC's name is -fdebug-prefix-map=OLD=NEW; it changes debug information only"},
    {"-fdebug-compilation-dir=",   Act::Drop, "", "GCC's name is -fdebug-prefix-map=OLD=NEW; it changes debug information only"},
    {"-ffile-compilation-dir=",    Act::Drop, "", "GCC's name is -ffile-prefix-map=OLD=NEW; it changes debug information only"},

    // Code.
    {"-fvectorize",                Act::Replace, "-ftree-vectorize", "GCC's name for it"},
    {"-fno-vectorize",             Act::Replace, "-fno-tree-vectorize", "GCC's name for it"},
    {"-fslp-vectorize",            Act::Replace, "-ftree-slp-vectorize", "GCC's name for it"},
    {"-fno-slp-vectorize",         Act::Replace, "-fno-tree-slp-vectorize", "GCC's name for it"},
    {"-fintegrated-as",            Act::Drop, "", "GCC always runs GNU as"},
    {"-fno-integrated-as",         Act::Drop, "", "GCC always runs GNU as"},
    {"-integrated-as",             Act::Drop, "", "GCC always runs GNU as"},
    {"-no-integrated-as",          Act::Drop, "", "GCC always runs GNU as"},
    {"-fintegrated-cc1",           Act::Drop, "", "GCC always starts its parts as programs"},
    {"-fno-integrated-cc1",        Act::Drop, "", "GCC always starts its parts as programs"},
    {"-faddrsig",                  Act::Drop, "", "a table with which ld.lld folds functions; GCC writes none"},
    {"-fno-addrsig",               Act::Drop, "", "a table with which ld.lld folds functions; GCC writes none"},
    {"-fuse-init-array",           Act::Drop, "", "GCC always uses .init_array for Linux"},
    {"-mrelax-all",                Act::Drop, "", "an option of clang's assembler"},
    {"-ffixed-point",              Act::Refuse, "", "GCC reads it as -ffixed-<register>"},

    // Parts of clang, and files for it.
    {"-Xclang",                    Act::Refuse, "", "it is for a part of clang"},
    {"-mllvm=",                    Act::Refuse, "", "it is for a part of clang"},
    {"-mllvm",                     Act::Refuse, "", "it is for a part of clang"},
    {"-cc1",                       Act::Refuse, "", "it is for a part of clang"},
    {"-cc1as",                     Act::Refuse, "", "it is for a part of clang"},
    {"--analyze",                  Act::Refuse, "", "it is for a part of clang"},
    {"--config",                   Act::Refuse, "", "the file has options of clang"},
    {"--config=",                  Act::Refuse, "", "the file has options of clang"},
    {"-MJ",                        Act::Refuse, "", "the file is for clang's tools"},
    {"-Xanalyzer",                 Act::Drop, "", "nothing is analysed"},
    {"--no-default-config",        Act::Drop, "", "GCC reads no such file"},
    {"--driver-mode=gcc",          Act::Drop, "", "GCC has a program for each language, and this one is for C"},
    {"--driver-mode=g++",          Act::Drop, "", "lambda-cc reads it: it rejects C++"},
    {"--driver-mode=",             Act::Refuse, "", "GCC has no such mode"},

    // Headers, and what GCC would take from its host.
    {"-nostdlibinc",               Act::Drop, "", "the folders of the sysroot are left out"},
    {"-nobuiltininc",              Act::Drop, "", "the headers of GCC are left out"},
    {"-isystem-after",             Act::Replace, "-idirafter", "GCC's name for it"},
    {"-nostdinc++",                Act::Drop, "", "headers of C++ only"},
    {"-include-pch",               Act::Refuse, "", "GCC reads it as -include -pch"},
    {"-stdlib++-isystem",          Act::Drop, "", "headers of C++ only"},
    {"-cxx-isystem",               Act::Drop, "", "headers of C++ only"},
    {"-specs",                     Act::Drop, "", "a specs file of the host's gcc is for its libc"},
    {"-specs=",                    Act::Drop, "", "a specs file of the host's gcc is for its libc"},
    {"--specs",                    Act::Drop, "", "a specs file of the host's gcc is for its libc"},
    {"--specs=",                   Act::Drop, "", "a specs file of the host's gcc is for its libc"},
};
// clang-format on

// The value that is joined to the row's spelling, also without = as in -isystem-after/usr/local/include. ""
// if the value is an argument of its own.
static std::optional<StringRef> valueIn(StringRef argument, const Row &row, const CcArg &arg) {
  StringRef value = argument;
  if (!value.consume_front(row.spelling))
    return std::nullopt;
  bool isJoined = row.spelling.ends_with("=") || (arg.values.size() == 1 && arg.value() == value);
  return value.empty() || isJoined ? std::optional(value) : std::nullopt;
}

// GCC reads the long names of clang that begin with these letters as the short option with a value:
// -extract-api as -e xtract-api. It has no long names of its own with -e and -o (gcc --completion=-e). With
// the others only -dumpdir takes the next argument: GCC would read the value of -undefined as a file to link.
static constexpr struct {
  StringRef letter;
  ID option; ///< the short option itself, or the long one that GCC has
  bool onlyBeforeValue;
  StringRef why;
} shortOptions[] = {
    {"-e", OPT_e, false, "GCC reads it as -e, the start of the program"},
    {"-o", OPT_o, false, "GCC reads it as -o, the name of the output"},
    {"-d", OPT_dumpdir, true, "GCC reads it as letters of -d, and its value as a file"},
    {"-h", OPT_INVALID, true, "GCC reads it as -h, and its value as a file"},
    {"-u", OPT_u, true, "GCC reads it as -u, and its value as a file"},
};

// Options of clang 19 and of newer GCCs.
static constexpr struct {
  StringRef option;
  unsigned since; ///< the first GCC that has it
  StringRef older;
  StringRef why;
} newerOptions[] = {
    {"-Oz", 12, "-Os", "the nearest that this GCC has"},
    {"-fsanitize-trap", 13, "-fsanitize-undefined-trap-on-error", "the name in this GCC"},
    {"-fsanitize-trap=all", 13, "-fsanitize-undefined-trap-on-error", "the name in this GCC"},
    {"-fsanitize-trap=undefined", 13, "-fsanitize-undefined-trap-on-error", "the name in this GCC"},
    {"-std=c23", 14, "-std=c2x", "the name in this GCC"},
    {"-std=gnu23", 14, "-std=gnu2x", "the name in this GCC"},
};

GccDecision decideForGcc(const CcArg &arg, const Target &target, const Gcc &gcc) {
  StringRef argument = arg.spelling[0];
  // gcc for arm has no -m64: all its code is.
  if (argument == "-m64" && target.arch == llvm::Triple::aarch64)
    return {"GCC for arm has 64 bits in any case"};
  for (const auto &row : newerOptions)
    if (argument == row.option && gcc.major < row.since)
      return {row.why, {row.older.str()}};

  for (const Row &row : rows) {
    std::optional<StringRef> value = valueIn(argument, row, arg);
    if (!value)
      continue;
    GccDecision decision{row.why, {}, row.act == Act::Refuse};
    if (row.act != Act::Replace)
      return decision;
    std::string instead = row.instead.str();
    if (row.instead.ends_with("="))
      instead += *value;
    decision.args.push_back(std::move(instead));
    if (!row.instead.ends_with("=") && !value->empty())
      decision.args.push_back(value->str());
    for (StringRef separate : llvm::ArrayRef(arg.spelling).drop_front())
      decision.args.push_back(separate.str());
    return decision;
  }
  for (const auto &row : shortOptions)
    if (argument.starts_with(row.letter) && arg.option != row.option && arg.option != OPT_UNKNOWN &&
        arg.option != OPT_INPUT && (!row.onlyBeforeValue || arg.spelling.size() > 1))
      return {row.why, {}, true};
  return {};
}

} // namespace lambdacc
