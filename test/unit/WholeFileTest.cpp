#include "WholeFile.h"
#include "llvm/Support/FileSystem.h"
#include "gtest/gtest.h"
#include <sys/stat.h>
#include <unistd.h>

using namespace lambdacc;
using llvm::StringRef;
namespace fs = llvm::sys::fs;

namespace {
// Each test has a folder of its own, which is removed after it.
struct WholeFile : testing::Test {
  llvm::SmallString<128> folder;
  void SetUp() override { ASSERT_FALSE(fs::createUniqueDirectory("whole-file", folder)); }
  void TearDown() override { (void)fs::remove_directories(folder); }

  std::string at(StringRef name) const { return (folder + "/" + name).str(); }
  static std::string content(const std::string &file) {
    llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> read = readWhole(file);
    return read ? (*read)->getBuffer().str() : "error: " + toString(read.takeError());
  }
  unsigned count() const {
    unsigned files = 0;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
      ++files;
    return files;
  }
};
} // namespace

static std::string errorOf(llvm::Error error) { return error ? toString(std::move(error)) : ""; }

static unsigned modeOf(const std::string &file) {
  struct stat status;
  return stat(file.c_str(), &status) ? 0 : status.st_mode & 07777;
}

TEST_F(WholeFile, ReadsNothingButFiles) {
  EXPECT_EQ(content(at("none")), "error: No such file or directory");
  EXPECT_EQ(content(folder.str().str()), "error: Is a directory");
  EXPECT_EQ(content("/dev/zero"), "error: it is not a regular file");
  ASSERT_EQ(mkfifo(at("fifo").c_str(), 0600), 0);
  EXPECT_EQ(content(at("fifo")), "error: it is not a regular file");
  ASSERT_FALSE(writeNew(at("big"), "", 0600));
  ASSERT_EQ(truncate(at("big").c_str(), (16 << 20) + 1), 0);
  EXPECT_EQ(content(at("big")), "error: it has more than 16 MiB");
}

TEST_F(WholeFile, ReplacesAndKeepsTheMode) {
  ASSERT_FALSE(writeNew(at("a"), "old", 0640));
  EXPECT_EQ(errorOf(writeWhole(at("a"), "new")), "");
  EXPECT_EQ(content(at("a")), "new");
  EXPECT_EQ(modeOf(at("a")), 0640u);
  EXPECT_EQ(count(), 1u);
}

TEST_F(WholeFile, WritesThroughLinks) {
  ASSERT_EQ(mkdir(at("real").c_str(), 0700), 0);
  ASSERT_FALSE(writeNew(at("real/a"), "old", 0600));
  ASSERT_EQ(symlink("real/a", at("link").c_str()), 0);
  EXPECT_EQ(errorOf(writeWhole(at("link"), "new")), "");
  EXPECT_TRUE(fs::is_symlink_file(at("link")));
  EXPECT_EQ(content(at("real/a")), "new");
  ASSERT_EQ(symlink("nowhere", at("dangling").c_str()), 0);
  EXPECT_EQ(errorOf(writeWhole(at("dangling"), "new")),
            "'" + at("dangling") + "' is a link to 'nowhere', which leads to no file");
}

TEST_F(WholeFile, NewNamesAreExclusive) {
  ASSERT_FALSE(writeNew(at("a"), "mine", 0600));
  EXPECT_EQ(writeNew(at("a"), "yours", 0600), std::errc::file_exists);
  EXPECT_EQ(content(at("a")), "mine");
}

TEST_F(WholeFile, AppendsWholeLines) {
  for (auto [before, after] : {std::pair("", "b\n"), {"a\n", "a\nb\n"}, {"a", "a\nb\n"}, {"\n", "\nb\n"}}) {
    (void)fs::remove(at("a"));
    ASSERT_FALSE(writeNew(at("a"), before, 0600));
    llvm::Expected<Appending> file = Appending::open(at("a"));
    ASSERT_TRUE(bool(file));
    EXPECT_EQ(errorOf(file->append("b\n")), "");
    EXPECT_EQ(content(at("a")), after);
    file->undo();
    EXPECT_EQ(content(at("a")), before);
  }
}

TEST_F(WholeFile, UndoSparesWhatAnotherAppended) {
  llvm::Expected<Appending> ours = Appending::open(at("a")), theirs = Appending::open(at("a"));
  ASSERT_TRUE(ours && theirs);
  EXPECT_EQ(errorOf(ours->append("ours\n")), "");
  EXPECT_EQ(errorOf(theirs->append("theirs\n")), "");
  ours->undo();
  EXPECT_EQ(content(at("a")), "ours\ntheirs\n");
}
