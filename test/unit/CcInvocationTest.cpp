#include "CcInvocation.h"
#include "AsAndCpp.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using Step = CcInvocation::Step;
using Args = std::vector<const char *>;

namespace {
struct Cc : testing::Test {
  llvm::BumpPtrAllocator memory;
  llvm::StringSaver saver{memory};
  CcInvocation parse(Args args) { return parseCc(args, /*cxx=*/false, saver); }
};
} // namespace

TEST_F(Cc, LastStep) {
  struct {
    Args args;
    Step step;
  } rows[] = {
      {{"-c", "a.c"}, Step::Compile},
      {{"-S", "a.c"}, Step::Compile},
      {{"-E", "-"}, Step::Compile},
      {{"-MM", "a.c"}, Step::Compile},
      {{"-fsyntax-only", "a.c"}, Step::Compile},
      {{"a.c"}, Step::Link},
      {{"a.o", "-o", "a"}, Step::Link},
      {{"-Wl,--version"}, Step::Link},
      {{"-lfoo"}, Step::Link},
      {{"--version"}, Step::Query},
      {{"-v"}, Step::Query},
      {{"-dumpmachine"}, Step::Query},
      {{"-print-file-name=libc.a"}, Step::Query},
      {{"a.o", "-print-search-dirs"}, Step::Query}, // meson appends it to a whole command line
      {{"-?"}, Step::Query}, // cc-rs tests it, and must get an error (docs/requirements.md C8)
  };
  for (const auto &row : rows)
    EXPECT_EQ(parse(row.args).step, row.step) << row.args[0];
}

TEST_F(Cc, UseOfArguments) {
  struct {
    Args args;
    Use use;
  } rows[] = {
      {{"a.c"}, Use::Source},
      {{"a.S"}, Use::Source},
      {{"a.C"}, Use::Source},
      {{"-"}, Use::Source},
      {{"a.o"}, Use::Linkable},
      {{"liba.rlib"}, Use::Linkable},
      {{"a.rcgu.o"}, Use::Linkable},
      {{"libfoo.so.3"}, Use::Linkable},
      {{"no-ending"}, Use::Linkable},
      {{"-O2"}, Use::Compile},
      {{"-Wall"}, Use::Compile},
      {{"-I", "x"}, Use::Compile},
      {{"-DX"}, Use::Compile},
      {{"-g"}, Use::Compile},
      {{"-fPIC"}, Use::Compile},
      {{"-march=armv8-a"}, Use::Compile},
      {{"-L", "x"}, Use::Link},
      {{"-Wl,x"}, Use::Link},
      {{"-nodefaultlibs"}, Use::Link},
      {{"-u", "x"}, Use::Link},
      {{"-Tscript"}, Use::Link},
      {{"-o", "x"}, Use::Both},
      {{"-c"}, Use::Both},
      {{"-pthread"}, Use::Both},
      {{"-flto"}, Use::Driver},
      {{"-flto=thin"}, Use::Driver},
      {{"-fsanitize=address"}, Use::Driver},
      {{"-fprofile-instr-generate"}, Use::Driver},
      {{"-fopenmp"}, Use::Driver},
      {{"-gz=zlib"}, Use::Driver},
      {{"-framework", "x"}, Use::Driver},
      {{"-v"}, Use::Driver},
      {{"-fflag-of-next-year"}, Use::Driver},
      {{"--flag-of-next-year"}, Use::Driver},
  };
  for (const auto &row : rows) {
    CcInvocation cc = parse(row.args);
    ASSERT_EQ(cc.args.size(), 1u) << row.args[0];
    EXPECT_EQ(cc.args[0].use, row.use) << row.args[0];
    EXPECT_EQ(cc.args[0].spelling.size(), row.args.size());
  }
}

// -x applies to the files after it (docs/requirements.md I2).
TEST_F(Cc, LanguageUntilNone) {
  CcInvocation cc = parse({"-xc", "one", "-x", "none", "two", "three.c"});
  std::vector<Use> uses;
  for (const CcArg &arg : cc.args)
    if (arg.option == ccopt::OPT_INPUT)
      uses.push_back(arg.use);
  EXPECT_EQ(uses, std::vector<Use>({Use::Source, Use::Linkable, Use::Source}));
}

// Each element of argv is in exactly one argument, also if the last option lacks its value.
TEST_F(Cc, NoArgumentIsLost) {
  for (const Args &args : {Args{"-c", "a.c", "-o"}, Args{"-Xlinker"}, Args{"-z", "now", "-L"},
                           Args{"--param", "a=b", "-Wl,a,,b", "-Xclang", "-x", "@"}}) {
    std::vector<std::string> seen;
    for (const CcArg &arg : parse(args).args)
      seen.insert(seen.end(), arg.spelling.begin(), arg.spelling.end());
    EXPECT_EQ(seen, std::vector<std::string>(args.begin(), args.end()));
  }
}

TEST_F(Cc, AsAndCpp) {
  using Strings = std::vector<std::string>;
  auto as = [&](Args args) {
    auto out = translateAs(args, saver);
    return Strings(out.begin(), out.end());
  };
  auto cpp = [&](Args args) {
    auto out = translateCpp(args, saver);
    return Strings(out.begin(), out.end());
  };
  EXPECT_EQ(as({"--64", "-o", "x.o", "x.s"}), Strings({"-c", "-x", "assembler", "-o", "x.o", "x.s"}));
  EXPECT_EQ(as({"--noexecstack"}),
            Strings({"-c", "-x", "assembler", "-Wa,--noexecstack", "-", "-o", "a.out"}));
  EXPECT_EQ(as({"--defsym", "a=1", "x"}),
            Strings({"-c", "-x", "assembler", "-Wa,-defsym,a=1", "x", "-o", "a.out"}));
  EXPECT_EQ(as({"-EL", "-R", "--gdwarf-5", "--MD", "x.d", "--defsym=a=1", "-o", "x.o", "x.s"}),
            Strings({"-c", "-x", "assembler", "-gdwarf-5", "-MD", "-MF", "x.d", "-Wa,-defsym,a=1", "-o",
                     "x.o", "x.s"}));
  EXPECT_EQ(cpp({}), Strings({"-E", "-x", "c", "-"}));
  EXPECT_EQ(cpp({"-DX", "in", "out"}), Strings({"-E", "-DX", "-x", "c", "in", "-o", "out"}));
  EXPECT_EQ(cpp({"-P", "-xassembler-with-cpp", "in"}), Strings({"-E", "-P", "-xassembler-with-cpp", "in"}));
}
