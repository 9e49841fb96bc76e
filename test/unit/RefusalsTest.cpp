#include "Refusals.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

// The headline of the refusal of a call of the triple's cc; "" if it is taken.
static std::string headline(const char *triple, std::vector<const char *> words) {
  llvm::BumpPtrAllocator memory;
  llvm::StringSaver saver{memory};
  llvm::Error error = refuse(parseCc(words, /*cxx=*/false, saver), *findTarget(triple));
  return StringRef(toString(std::move(error))).split('\n').first.str();
}

static constexpr const char *musl = "x86_64-unknown-linux-musl", *glibc = "x86_64-unknown-linux-gnu";

// Counters without a runtime library in the sysroot. A compile and a link with -r need none.
TEST(Refusals, OfCounters) {
  const char *rows[][2] = {{"-fmemory-profile", "-fno-memory-profile"},
                           {"-fmemory-profile=d", "-fno-memory-profile"},
                           {"-fxray-instrument", "-fno-xray-instrument"},
                           {"-pg", "-noprofilelib"},
                           {"-p", "-noprofilelib"}};
  for (const auto &[option, off] : rows) {
    std::string expected = ("no runtime library of '" + StringRef(option) + "' for " + musl).str();
    EXPECT_EQ(headline(musl, {option, "a.o"}), expected);
    EXPECT_EQ(headline(musl, {off, option, "a.o"}), off == StringRef("-noprofilelib") ? "" : expected);
    EXPECT_EQ(headline(musl, {option, off, "a.o"}), "") << option;
    EXPECT_EQ(headline(musl, {option, "-fno-profile-generate", "a.o"}), expected);
    EXPECT_EQ(headline(musl, {option, "-c", "a.c"}), "") << option;
    EXPECT_EQ(headline(musl, {option, "-r", "a.o"}), "") << option;
  }
  for (const char *option : {"-fprofile-generate", "--coverage", "-fprofile-use=f"})
    EXPECT_EQ(headline(musl, {option, "a.o"}), "") << option;
}

// Sanitizers that need a runtime library, by the last argument that turns them on or off.
TEST(Refusals, OfSanitizers) {
  auto sanitized = [](std::vector<const char *> words) {
    words.push_back("a.o");
    std::string line = headline(musl, words);
    StringRef name = line;
    return name.consume_front("no runtime library of '") ? name.split('\'').first.str() : line;
  };
  for (const char *on :
       {"-fsanitize=address", "-fsanitize=thread", "-fsanitize=undefined", "-fsanitize=fuzzer"})
    EXPECT_EQ(sanitized({on}), on);
  for (const char *without :
       {"-fsanitize=cfi", "-fsanitize=cfi-icall", "-fsanitize=kcfi", "-fsanitize=shadow-call-stack",
        "-fsanitize=local-bounds", "-fsanitize=fuzzer-no-link", "-fsanitize=memtag"})
    EXPECT_EQ(sanitized({without}), "") << without;
  EXPECT_EQ(sanitized({"-fsanitize=cfi,address"}), "-fsanitize=address");
  EXPECT_EQ(sanitized({"-fsanitize=address,undefined", "-fno-sanitize=address"}), "-fsanitize=undefined");
  EXPECT_EQ(sanitized({"-fsanitize=address", "-fno-sanitize=undefined"}), "-fsanitize=address");
  EXPECT_EQ(sanitized({"-fsanitize=address,undefined", "-fno-sanitize=all"}), "");
  EXPECT_EQ(sanitized({"-fno-sanitize=all", "-fsanitize=address"}), "-fsanitize=address");
  EXPECT_EQ(sanitized({"-fsanitize=undefined", "-fsanitize-trap=undefined"}), "");
  for (const char *trap : {"-fsanitize-trap", "-fsanitize-trap=all", "-fsanitize-undefined-trap-on-error"}) {
    EXPECT_EQ(sanitized({"-fsanitize=undefined", trap}), "") << trap;
    EXPECT_EQ(sanitized({trap, "-fsanitize=undefined"}), "") << trap;
    EXPECT_EQ(sanitized({"-fsanitize=address", trap}), "-fsanitize=address") << trap;
  }
  EXPECT_EQ(sanitized({"-fsanitize-trap=undefined", "-fsanitize=signed-integer-overflow,shift-base"}), "");
  EXPECT_EQ(sanitized({"-fsanitize-trap=shift", "-fsanitize=undefined"}), "-fsanitize=undefined");
  EXPECT_EQ(sanitized({"-fsanitize=shift", "-fsanitize-trap=undefined", "-fno-sanitize-trap=integer"}),
            "-fsanitize=shift");
  EXPECT_EQ(sanitized({"-fsanitize=bounds,null", "-fno-sanitize=undefined"}), "");
  EXPECT_EQ(sanitized({"-fsanitize=address", "-fno-sanitize-link-runtime"}), "");
}

// Kinds of output that contradict each other, or that a target does not have.
TEST(Refusals, OfKinds) {
  const std::string twoKinds = "cannot specify '-static-pie' along with '-no-pie'";
  const struct {
    const char *triple;
    std::vector<const char *> words;
    std::string expected;
  } rows[] = {
      {musl, {"-static-pie", "-no-pie", "a.o"}, twoKinds},
      {musl, {"-no-pie", "-static-pie", "a.o"}, twoKinds},
      {musl, {"-static-pie", "-no-pie", "-c", "a.c"}, ""},
      {musl, {"-static-pie", "a.o"}, ""},
      {musl, {"-no-pie", "a.o"}, ""},
      {musl, {"-static", "a.o"}, ""},
      {glibc, {"-static", "a.o"}, "no static glibc for '-static'"},
      {glibc, {"-static-pie", "a.o"}, "no static glibc for '-static-pie'"},
      {glibc, {"-static", "-c", "a.c"}, ""},
      {glibc, {"-static", "-nostdlib", "a.o"}, ""},
      {glibc, {"-static", "-nolibc", "a.o"}, ""},
      {glibc, {"-static", "-nodefaultlibs", "a.o"}, ""},
      {glibc, {"-static", "-nodefaultlibs", "a.rcgu.o"}, "no static glibc for '-static'"},
      {glibc, {"-static", "-shared", "a.o"}, ""},
      {glibc, {"-no-pie", "a.o"}, ""},
      {musl, {"-shared", "a.rlib"}, "nothing on Lambda can load 'a.out', a shared library of Rust for musl"},
      {musl,
       {"-shared", "a.rcgu.o", "-o", "b.so"},
       "nothing on Lambda can load 'b.so', a shared library of Rust for musl"},
      {musl, {"-shared", "a.o"}, ""},
      {musl, {"a.rlib"}, ""},
      {glibc, {"-shared", "a.rlib"}, ""},
      {musl, {"-m32", "a.o"}, "'-m32' does not fit x86_64-unknown-linux-musl"},
      {musl,
       {"--target=aarch64-unknown-linux-musl", "-c", "a.c"},
       "'--target=aarch64-unknown-linux-musl' does not match the target of this tool, "
       "x86_64-unknown-linux-musl"},
      {musl, {"-c", "a.c", "-o"}, "argument to '-o' is missing (expected 1 value)"},
      {musl, {"a.f90"}, "'a.f90' is in a language that clang does not compile"},
  };
  for (const auto &row : rows)
    EXPECT_EQ(headline(row.triple, row.words), row.expected)
        << row.triple << ' ' << llvm::join(row.words, " ");
}
