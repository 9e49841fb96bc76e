#include "Finding.h"
#include "Text.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

TEST(ForeignText, IsOneLine) {
  struct {
    StringRef line, printed;
  } rows[] = {
      {"", ""},
      {"'libfoo.so.1' is a \\ of \"x\"", "'libfoo.so.1' is a \\ of \"x\""},
      {"a\nb\r\tc", "a\\x0ab\\x0d\\x09c"},
      {StringRef("a\0b", 3), "a\\x00b"},
      {"\x1b[2J\x07\x7f", "\\x1b[2J\\x07\\x7f"},
      {"\xc2\x80\xc2\x9b"
       "2J\xc2\x9f",
       "\\xc2\\x80\\xc2\\x9b2J\\xc2\\x9f"}, // C1
      {"\xc2\xa0\xc3\xa4\xe2\x82\xac\xf0\x9f\xa6\x80",
       "\xc2\xa0\xc3\xa4\xe2\x82\xac\xf0\x9f\xa6\x80"},               // a space, ä, €, a crab
      {"\xe2\x80\xae\xe2\x81\xa6", "\\xe2\\x80\\xae\\xe2\\x81\\xa6"}, // U+202E, U+2066
      {"\xe2\x80\xa8\xe2\x80\xa9", "\\xe2\\x80\\xa8\\xe2\\x80\\xa9"}, // U+2028, U+2029
      // Invalid UTF-8: a lone C1 byte, a cut sequence, an overlong slash, a surrogate, beyond U+10FFFF.
      {"\x9b", "\\x9b"},
      {"\xe2\x82", "\\xe2\\x82"},
      {"\xe2\x82z", "\\xe2\\x82z"},
      {"\xc0\xaf", "\\xc0\\xaf"},
      {"\xed\xa0\x80", "\\xed\\xa0\\x80"},
      {"\xf5\x80\x80\x80", "\\xf5\\x80\\x80\\x80"},
      // Commands for the runners of GitHub, Azure and TeamCity.
      {"::error::x", "\\x3a:error::x"},
      {"  ::error::x", "  \\x3a:error::x"},
      {"a::b", "a::b"},
      {"a ##[error] ##vso[x] ##teamcity[y]", "a \\x23#[error] \\x23#vso[x] \\x23#teamcity[y]"},
      {"a # b ## c", "a # b ## c"},
  };
  for (const auto &row : rows)
    EXPECT_EQ(printableLine(row.line), row.printed);
}

TEST(ForeignText, IsOneCommand) {
  struct {
    std::vector<std::string> args;
    StringRef printed;
  } rows[] = {
      {{}, ""},
      {{"cc", "-c", "two parts.c"}, "cc -c 'two parts.c'"},
      {{"cc", "it's\n"}, "cc $'it\\047s\\012'"},
      {{"\x1b[1m\\9"}, "$'\\033[1m\\1349'"},
      {{"\xff"}, "$'\\377'"},
      {{"\xc2\x9b"}, "$'\\302\\233'"},
      {{"\xc3\xa4"}, "'\xc3\xa4'"},
      {{"::error::"}, "$'::error::'"},
      {{"##vso[x]"}, "$'\\043\\043vso[x]'"},
      {{"-D::"}, "-D::"},
  };
  for (const auto &row : rows)
    EXPECT_EQ(shellCommand(row.args), row.printed);
}

TEST(ForeignText, IsJson) {
  struct {
    StringRef json, printed;
  } rows[] = {
      {"{\n  \"a\": \"\\u001b\"\n}\n", "{\n  \"a\": \"\\u001b\"\n}\n"},
      {"\"\x7f\xc2\x9b\xe2\x80\xae\"", "\"\\u007f\\u009b\\u202e\""},
      {"\"\xc3\xa4\xf0\x9f\xa6\x80\"", "\"\xc3\xa4\xf0\x9f\xa6\x80\""},
      {"\"\xf3\xa0\x81\x81\"", "\"\\udb40\\udc41\""}, // U+E0041, which is invisible
  };
  for (const auto &row : rows)
    EXPECT_EQ(printableJson(row.json), row.printed);
}

TEST(ForeignText, StaysInItsFinding) {
  EXPECT_EQ(inText({{Finding::Error, "library", "needs 'a\n::error::'", {"::b", "c\x1b"}}}),
            "error: needs 'a\\x0a::error::'\n>>> \\x3a:b\n>>> c\\x1b\n");
}
