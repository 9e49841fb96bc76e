#include "ResponseFile.h"
#include "Failure.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using Args = std::vector<std::string>;

namespace {
struct ResponseFile : testing::Test {
  llvm::BumpPtrAllocator memory;
  llvm::StringSaver saver{memory};
  llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> fs{new llvm::vfs::InMemoryFileSystem};

  void file(llvm::StringRef path, llvm::StringRef text) {
    fs->addFile(path, 0, llvm::MemoryBuffer::getMemBufferCopy(text));
  }

  Args expand(std::vector<const char *> argv) {
    ExpandedArgs expanded;
    llvm::Error error = expanded.expand(argv, *fs);
    if (!error)
      return {expanded.argv.begin(), expanded.argv.end()};
    Args failure;
    handleAllErrors(std::move(error), [&](const Failure &error) {
      failure = {"error", error.headline};
      failure.insert(failure.end(), error.evidence.begin(), error.evidence.end());
    });
    return failure;
  }
};
} // namespace

// rustc escapes only backslashes and spaces, and writes one argument per line (measured with rustc 1.95:
// docs/requirements.md R39a).
TEST_F(ResponseFile, RustcWritesOneArgumentPerLine) {
  struct {
    const char *text;
    Args args;
  } rows[] = {
      {"-o\n/a/b\n", {"-o", "/a/b"}},
      {"it's\n", {"it's"}},
      {"-Dq=\"x\\ y\"\n", {"-Dq=\"x y\""}},
      {"tab\ttab\n", {"tab\ttab"}},
      {"a\n\nb\n", {"a", "", "b"}},
      {"C:\\\\x\n", {"C:\\x"}},
      {"no end of line", {"no end of line"}},
      {"$ORIGIN #x\n", {"$ORIGIN #x"}},
      {"end\\", {"end\\"}},
      {"", {}},
  };
  for (const auto &row : rows) {
    auto args = splitRustcArguments(row.text, saver);
    EXPECT_EQ(Args(args.begin(), args.end()), row.args) << row.text;
  }
}

// For lld called as a linker rustc.exe quotes each argument, and a backslash is a plain character.
TEST_F(ResponseFile, RustcQuotesForLldOnWindows) {
  struct {
    const char *text;
    Args args;
  } rows[] = {
      {"\"-flavor\"\n\"C:\\x y\\z.o\"\n", {"-flavor", "C:\\x y\\z.o"}},
      {"\"\\\\server\\a\"\n", {"\\\\server\\a"}},
      {"\"C:\\x\\\"\n\"-o\"\n", {"C:\\x\\", "-o"}},
      {"\"-Dq=\\\"x\\\"\"\n", {"-Dq=\"x\""}},
      {"\"\"\n\"ä\"", {"", "ä"}},
      {"C:\\\\x\\ y\nit's\n", {"C:\\x y", "it's"}}, // for a compiler as on other hosts
  };
  for (const auto &row : rows) {
    auto args = splitRustcArguments(row.text, saver, System::Windows);
    EXPECT_EQ(Args(args.begin(), args.end()), row.args) << row.text;
  }
  auto args = splitRustcArguments("\"a\"\n", saver, System::Linux);
  EXPECT_EQ(Args(args.begin(), args.end()), Args({"\"a\""}));
}

TEST_F(ResponseFile, DialectByName) {
  file("/t/linker-arguments", "it's\n-lc\n");
  file("/t/other.rsp", "'it is' -lc\n");
  EXPECT_EQ(expand({"a", "@/t/linker-arguments", "b"}), Args({"a", "it's", "-lc", "b"}));
  EXPECT_EQ(expand({"@/t/other.rsp"}), Args({"it is", "-lc"}));
}

TEST_F(ResponseFile, NestedFiles) {
  file("/t/a", "1 @/t/b 4");
  file("/t/b", "2 @/t/linker-arguments");
  file("/t/linker-arguments", "3 is\\ here\n");
  EXPECT_EQ(expand({"@/t/a"}), Args({"1", "2", "3 is here", "4"}));
  EXPECT_EQ(expand({"@/t/b", "@/t/b"}), Args({"2", "3 is here", "2", "3 is here"})); // twice is not a loop
}

TEST_F(ResponseFile, ValuesWithAt) {
  EXPECT_EQ(expand({"@x.o"}), Args({"@x.o"}));
  EXPECT_EQ(expand({"-o", "@out", "-Xlinker", "@loader_path"}),
            Args({"-o", "@out", "-Xlinker", "@loader_path"}));
  EXPECT_EQ(expand({"@"}), Args({"@"}));
}

TEST_F(ResponseFile, ErrorsNameTheFile) {
  file("/t/a", "@/t/b");
  file("/t/b", "@/t/a");
  EXPECT_EQ(expand({"@/t/a"}),
            Args({"error", "the response file '/t/a' includes itself", "through /t/a and /t/b"}));
}

// The linker itself would read a file after -Wl,. Its contents can set the output.
TEST_F(ResponseFile, AfterWl) {
  file("/t/link", "-o 'my prog' @/t/more");
  file("/t/more", "-s");
  EXPECT_EQ(expand({"a.o", "-Wl,-x,@/t/link,-z,now", "b.o"}),
            Args({"a.o", "-Xlinker", "-x", "-Xlinker", "-o", "-Xlinker", "my prog", "-Xlinker", "-s",
                  "-Xlinker", "-z", "-Xlinker", "now", "b.o"}));
  EXPECT_EQ(expand({"-Wl,-rpath,@loader_path"}), Args({"-Xlinker", "-rpath", "-Xlinker", "@loader_path"}));
  EXPECT_EQ(expand({"-Wl,-rpath,/x"}), Args({"-Wl,-rpath,/x"}));
}
