#include "Text.h"
#include "gtest/gtest.h"

using namespace lambdacc;

TEST(ShellQuoting, OnlyIfNecessary) {
  struct {
    const char *arg, *quoted;
  } rows[] = {
      {"-o", "-o"},
      {"/a/b-c_d.o", "/a/b-c_d.o"},
      {"-Wl,--defsym=a=b", "-Wl,--defsym=a=b"},
      {"", "''"},
      {"a b", "'a b'"},
      {"-rpath=$ORIGIN", "'-rpath=$ORIGIN'"},
      {"it's", "'it'\\''s'"},
      {"a;b", "'a;b'"},
      {"`x`", "'`x`'"},
      {"\xff", "'\xff'"},
  };
  for (const auto &row : rows)
    EXPECT_EQ(quoteForShell(row.arg), row.quoted);
}

TEST(Text, FillsIn) {
  EXPECT_EQ(text("'{}' is {}", {"a", "b"}), "'a' is b");
  EXPECT_EQ(text("'{}'", {"{}"}), "'{}'");
  EXPECT_EQ(joinWithAnd({}), "");
  EXPECT_EQ(joinWithAnd(std::vector<std::string>{"a"}), "a");
  EXPECT_EQ(joinWithAnd(std::vector<std::string>{"a", "b", "c"}), "a, b and c");
}

TEST(Text, IsPadded) {
  EXPECT_EQ(padded("", 3), "   ");
  EXPECT_EQ(padded("ab", 3), "ab ");
  EXPECT_EQ(padded("abc", 3), "abc");
  EXPECT_EQ(padded("longer", 3), "longer");
}

TEST(Text, FindsTheNearest) {
  llvm::StringRef commands[] = {"exec", "env", "check"};
  EXPECT_EQ(nearest("exce", commands), "exec");
  EXPECT_EQ(nearest("chekc", commands), "check");
  EXPECT_EQ(nearest("targets", commands), "");
  EXPECT_EQ(nearest("", commands), "");
}
