// LLVM's own tokenizers read back what we write.
#include "Quoting.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/StringSaver.h"
#include "gtest/gtest.h"

using namespace lambdacc;
namespace cl = llvm::cl;

static std::vector<std::string> readBack(cl::TokenizerCallback tokenize, const std::string &word) {
  llvm::BumpPtrAllocator allocator;
  llvm::StringSaver saver(allocator);
  llvm::SmallVector<const char *> words;
  tokenize(word + "\n", saver, words, /*MarkEOLs=*/false);
  return {words.begin(), words.end()};
}

TEST(Quoting, WordsAreReadBack) {
  for (const char *arg :
       {"a.o", "C:\\x y\\z.o", "\\\\server\\a", "-DA=\"q\"", "a\\", "a\\\\\"b\\", "it's", "a\tb#c", "ü"}) {
    EXPECT_EQ(readBack(cl::TokenizeGNUCommandLine, quoted(arg, Quoting::Gnu)), std::vector<std::string>{arg});
    EXPECT_EQ(readBack(cl::TokenizeWindowsCommandLine, quoted(arg, Quoting::Windows)),
              std::vector<std::string>{arg});
  }
}

// LLVM 19's tokenizer for GNU quoting drops an empty argument; libiberty's keeps it.
TEST(Quoting, EmptyWordsAreWritten) {
  EXPECT_EQ(readBack(cl::TokenizeWindowsCommandLine, quoted("", Quoting::Windows)),
            std::vector<std::string>{""});
  EXPECT_EQ(quoted("", Quoting::Gnu), "\"\"");
}

TEST(Quoting, FollowsTheProgramOnWindows) {
  for (const char *path : {"C:/x/ld.lld.exe", "C:/x/LD.LLD-19.EXE", "C:/x/rust-lld.exe", "C:/x/llvm-ar.exe"})
    EXPECT_EQ(quotingOnWindows({path}), Quoting::Windows) << path;
  for (const char *path : {"C:/x/clang.exe", "C:/x/gcc.exe", "C:/x/ar.exe", "C:/x/sccache.exe"})
    EXPECT_EQ(quotingOnWindows({path}), Quoting::Gnu) << path;
  EXPECT_EQ(quotingOnWindows({"C:/x/zig.exe", {"clang"}}), Quoting::Gnu);
  EXPECT_EQ(quotingOnWindows({"C:/x/zig.exe", {"ar"}}), Quoting::Windows);
}
