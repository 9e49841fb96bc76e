// Names and paths of all hosts, as each host has them.
#include "System.h"
#include "DownloadMark.h"
#include "gtest/gtest.h"

using namespace lambdacc;

TEST(System, NamesOfPrograms) {
  struct {
    const char *file;
    System system;
    const char *name;
  } rows[] = {
      {"/o/bin/musl-gcc", System::Linux, "musl-gcc"},
      {"/o/bin/CC", System::Linux, "CC"},
      {"cc.exe", System::Linux, "cc.exe"},
      {"/o/bin/cc.exe", System::Mac, "cc.exe"},
      {"C:\\o\\bin\\MUSL-GCC.EXE", System::Windows, "musl-gcc"},
      {"C:/o/bin/cc", System::Windows, "cc"},
      {"C:cc.exe", System::Windows, "cc"},
      {"\\\\server\\share\\x86_64-unknown-linux-gnu-2_17-gcc.exe", System::Windows,
       "x86_64-unknown-linux-gnu-2_17-gcc"},
      {".exe", System::Windows, ""},
  };
  for (const auto &row : rows)
    EXPECT_EQ(programName(row.file, row.system), row.name) << row.file;
}

TEST(System, FilesOfPrograms) {
  EXPECT_EQ(programFile("clang", System::Linux), "clang");
  EXPECT_EQ(programFile("clang", System::Mac), "clang");
  EXPECT_EQ(programFile("clang", System::Windows), "clang.exe");
  EXPECT_EQ(programFile("clang++-19", System::Windows), "clang++-19.exe");
  EXPECT_EQ(programFile("ld.lld", System::Windows), "ld.lld.exe");
  EXPECT_EQ(programFile("Clang.Exe", System::Windows), "Clang.Exe");
}

TEST(System, VariablesOfWindowsIgnoreCase) {
  EXPECT_TRUE(isSameVariable("Path", "PATH", System::Windows));
  EXPECT_FALSE(isSameVariable("Path", "PATH", System::Mac));
  EXPECT_FALSE(isSameVariable("Path", "PATH", System::Linux));
  EXPECT_FALSE(isSameVariable("PATHS", "PATH", System::Windows));
}

// A backslash is a plain character in a name of Linux and macOS.
TEST(System, Separators) {
  EXPECT_EQ(withSlashes("C:\\a b/c\\d", System::Windows), "C:/a b/c/d");
  EXPECT_EQ(withSlashes("/a\\b", System::Linux), "/a\\b");
  EXPECT_EQ(withSlashes("/a\\b", System::Mac), "/a\\b");
  EXPECT_EQ(withNativeSeparators("C:\\a/b c/d", System::Windows), "C:\\a\\b c\\d");
  EXPECT_EQ(withNativeSeparators("/a\\b", System::Linux), "/a\\b");
}

TEST(System, PathsAndNames) {
  EXPECT_TRUE(isPath("/usr/bin/cc", System::Linux));
  EXPECT_TRUE(isPath("./cc", System::Mac));
  EXPECT_FALSE(isPath("cc", System::Mac));
  EXPECT_FALSE(isPath("a\\cc", System::Linux));
  EXPECT_TRUE(isPath("a\\cc", System::Windows));
  EXPECT_TRUE(isPath("C:cc.exe", System::Windows));
  EXPECT_FALSE(isPath("cc.exe", System::Windows));
}

TEST(System, PathListsAreSplitWithoutEmptyFolders) {
  EXPECT_EQ(splitFolders(":/a::/b c:", System::Linux), (std::vector<std::string>{"/a", "/b c"}));
  EXPECT_EQ(joinFolders({"/a", "/b c"}, System::Mac), "/a:/b c");
  EXPECT_EQ(splitFolders("C:\\a;;D:\\b c", System::Windows), (std::vector<std::string>{"C:\\a", "D:\\b c"}));
  EXPECT_EQ(joinFolders({"C:\\a", "D:\\b c"}, System::Windows), "C:\\a;D:\\b c");
}

TEST(System, AbsolutePaths) {
  struct {
    const char *path;
    System system;
    bool isAbsolute;
  } rows[] = {
      {"/a", System::Linux, true},
      {"a/b", System::Linux, false},
      {"C:/a", System::Linux, false},
      {"/a", System::Windows, true},
      {"C:\\a", System::Windows, true},
      {"d:/a", System::Windows, true},
      {"C:a", System::Windows, false},
      {"\\\\server\\share\\a", System::Windows, true},
      {"a\\b", System::Windows, false},
      {"", System::Windows, false},
      {"--sysroot=C:/a", System::Windows, false},
  };
  for (const auto &row : rows)
    EXPECT_EQ(isAbsolute(row.path, row.system), row.isAbsolute) << row.path;
}

TEST(System, ProgramsOfApple) {
  struct {
    const char *program;
    System system;
    bool isOfApple;
  } rows[] = {
      {"/usr/bin/clang", System::Mac, true},
      {"/usr/bin/ar", System::Mac, true},
      {"/Library/Developer/CommandLineTools/usr/bin/clang", System::Mac, true},
      {"/Applications/Xcode.app/Contents/Developer/Toolchains/XcodeDefault.xctoolchain/usr/bin/ld",
       System::Mac, true},
      {"/Applications/Xcode-beta.app/Contents/Developer/usr/bin/git", System::Mac, true},
      {"/opt/homebrew/opt/llvm/bin/clang", System::Mac, false},
      {"/usr/local/bin/clang", System::Mac, false},
      {"/usr/bin/clang", System::Linux, false},
  };
  for (const auto &row : rows)
    EXPECT_EQ(isOfApple(row.program, row.system), row.isOfApple) << row.program;
}

// As macOS writes them: first of Safari, then after "Open Anyway", and of a program that marks its own files.
TEST(System, MarksOfDownloads) {
  EXPECT_TRUE(isRefused("0083;65f0c1d2;Safari;2B1A3C4D-0000-4000-8000-5E6F7A8B9C0D"));
  EXPECT_FALSE(isRefused("00c3;65f0c1d2;Safari;2B1A3C4D-0000-4000-8000-5E6F7A8B9C0D"));
  EXPECT_TRUE(isRefused("0181;65f0c1d2;Chrome;"));
  EXPECT_TRUE(isRefused("0001"));
  EXPECT_TRUE(isRefused("?"));
  EXPECT_FALSE(isRefused(""));
}
