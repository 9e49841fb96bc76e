#include "Text.h"
#include "gtest/gtest.h"

using namespace lambdacc;

TEST(ShellQuoting, OnlyWhereItMustBe) {
  struct {
    const char *word, *quoted;
  } rows[] = {
      {"-o", "-o"},
      {"/a/b-c_d.o", "/a/b-c_d.o"},
      {"-Wl,--defsym=a=b", "-Wl,--defsym=a=b"},
      {"", "''"},
      {"two words", "'two words'"},
      {"-rpath=$ORIGIN", "'-rpath=$ORIGIN'"},
      {"it's", "'it'\\''s'"},
      {"a;b", "'a;b'"},
      {"`x`", "'`x`'"},
      {"\xff", "'\xff'"},
  };
  for (const auto &row : rows)
    EXPECT_EQ(quoteForShell(row.word), row.quoted);
}

TEST(Text, FillsIn) {
  EXPECT_EQ(text("'{}' is {}", {"a", "b"}), "'a' is b");
  EXPECT_EQ(text("'{}'", {"{}"}), "'{}'");
  EXPECT_EQ(inWords({}), "");
  EXPECT_EQ(inWords(std::vector<std::string>{"a"}), "a");
  EXPECT_EQ(inWords(std::vector<std::string>{"a", "b", "c"}), "a, b and c");
}
