#include "PrintedCommand.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

// The command with bars between its arguments, and the PATH.
static std::string found(StringRef text) {
  std::optional<PrintedCommand> command =
      lastCommandIn(text, [](StringRef program) { return program == "gcc" || program == "/b/gcc"; });
  if (!command)
    return "";
  std::string variables = command->hasOnlyTheseVariables ? " with only" : "";
  for (const auto &[name, value] : command->variables)
    variables += " " + name + (value ? "=" + *value : " unset");
  return llvm::join(command->words, "|") + variables + (command->isCut ? " cut" : "");
}

TEST(PrintedCommand, InTheOutputOfCargo) {
  struct {
    const char *what, *text, *command;
  } rows[] = {
      {"of rustc", "  = note:  \"/b/gcc\" \"-m64\" \"a b.o\"\n", "/b/gcc|-m64|a b.o"},
      {"with variables", "LC_ALL=\"C\" PATH=\"/a b:/c\" VSLANG=\"1033\" \"gcc\" \"x\"",
       "gcc|x LC_ALL=C PATH=/a b:/c VSLANG=1033"},
      {"of cc-rs", "[c 0.1.0] running: \"gcc\" \"-c\"\r\n[c 0.1.0] exit status: 1", "gcc|-c"},
      {"of an older cc-rs", "Command \"gcc\" \"-c\" with args gcc did not execute", "gcc|-c"},
      {"with escapes", R"(: "gcc" "-DS=\"a\\b\"" "\u{e9}\t\u{1b}" "\u{110000000}")",
       "gcc|-DS=\"a\\b\"|\xc3\xa9\t\x1b|u{110000000}"},
      {"in colors", "\x1b[1m\x1b[94m= \x1b[0m\x1b[1mnote\x1b[0m:  \x1b[1m\"gcc\" \"-o\"\x1b[0m", "gcc|-o"},
      {"the last", "\"gcc\" \"a\"\n\"gcc\" \"b\"\n\"ld\" \"c\"", "gcc|b"},
      {"not quoted", "gcc -c a.c", ""},
      {"in a sentence", "error: linking with `gcc` failed", ""},
      {"of another program", "\"rustc\" \"gcc.rs\"", ""},
      {"without an end", "\"gcc\" \"a\\", "gcc|a cut"},
      {"with only the program, cut", "\"gcc", ""},
      {"in a folder", "running: cd \"/x\" && \"gcc\" \"-c\"", "gcc|-c"},
      {"behind env", "running: env -u A -i B=\"c d\" \"gcc\" \"-c\"", "gcc|-c with only B=c d"},
      {"with a removed variable", "env B=\"c\" -u A \"gcc\" \"-c\"", "gcc|-c B=c A unset"},
      {"of other variables", "FROM=\"x\" to: A=\"b\" \"gcc\" \"-c\"", "gcc|-c A=b"},
      {"names in a sentence", "use \"gcc\" \"clang\"", ""},
      {"names before text", "note: \"gcc\" \"clang\" and others", ""},
      {"a name alone", "linker: \"gcc\"", ""},
      {"nothing", "", ""},
      {"an escape alone", "\x1b[", ""},
  };
  for (const auto &row : rows)
    EXPECT_EQ(found(row.text), row.command) << row.what;
}

TEST(PrintedCommand, BehindVariables) {
  auto words = [](std::vector<const char *> words) -> std::string {
    llvm::Expected<PrintedCommand> command = commandIn(words);
    return command ? llvm::join(command->words, "|") : "error: " + toString(command.takeError());
  };
  EXPECT_EQ(words({"env", "-u", "A", "-i", "B=c", "gcc", "-DX=1"}), "gcc|-DX=1");
  EXPECT_EQ(words({"A=b", "/usr/bin/env", "-", "--unset=A", "-uB", "--", "C=d", "gcc"}), "gcc");
  EXPECT_EQ(words({"gcc", "env", "A=b"}), "gcc|env|A=b");
  EXPECT_EQ(words({"/a=b/gcc", "x"}), "/a=b/gcc|x");
  EXPECT_EQ(words({"A=b"}), "");
  EXPECT_EQ(words({"env"}), "");
  EXPECT_EQ(words({"-u"}), "-u");
  EXPECT_EQ(words({"env", "-C", "/x", "gcc"}), "error: '-C' of env can't be explained");
}

TEST(PrintedCommand, WithWholePaths) {
  llvm::vfs::InMemoryFileSystem fs;
  for (StringRef file :
       {"/r/lib/liba-0f.rlib", "/r/lib/liba-xy.rlib", "/r/lib/liba_b-1.rlib", "/r/lib/libb-2.rlib"})
    fs.addFile(file, 0, llvm::MemoryBuffer::getMemBuffer(""));
  auto whole = [&](std::string word) -> std::string {
    llvm::Expected<std::vector<std::string>> words = withWholePaths({std::move(word)}, "/r", fs);
    if (!words)
      return (consumeError(words.takeError()), "no");
    return llvm::join(*words, "|");
  };
  EXPECT_EQ(whole("<sysroot>/lib/{liba-*,libb-*}.rlib"), "/r/lib/liba-0f.rlib|/r/lib/libb-2.rlib");
  EXPECT_EQ(whole("<sysroot>/lib/libb-*.rlib"), "/r/lib/libb-2.rlib");
  EXPECT_EQ(whole("-B<sysroot>/bin"), "-B/r/bin");
  EXPECT_EQ(whole("/t/{libx-1,liby-2.rlib}.rlib"), "/t/libx-1.rlib|/t/liby-2.rlib");
  EXPECT_EQ(whole("<sysroot>/lib/libc-*.rlib"), "no");
  EXPECT_EQ(whole("-Wl,{a,b}"), "-Wl,{a,b}");
  EXPECT_EQ(whole("a*.rlib"), "a*.rlib");
}
