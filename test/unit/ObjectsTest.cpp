#include "Objects.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"
#include <sys/stat.h>

using namespace lambdacc;
using llvm::StringRef;

namespace {
// A file in the temporary folder, removed at the end.
class Objects : public testing::Test {
protected:
  void write(StringRef contents) {
    std::error_code failed;
    llvm::raw_fd_ostream(path, failed) << contents;
    ASSERT_FALSE(failed);
  }

  // "name=contents " for each object that `visit` gets.
  std::string seenBy(bool (*visit)(StringRef, ObjectVisitor)) {
    std::string seen;
    visit(path, [&](StringRef member, StringRef contents) {
      seen += (member + "=" + contents + " ").str();
      return contents == "last";
    });
    return seen;
  }

  void SetUp() override { ASSERT_FALSE(llvm::sys::fs::createTemporaryFile("objects", "a", path)); }
  void TearDown() override { (void)llvm::sys::fs::remove(path); }
  llvm::SmallString<128> path;
};
} // namespace

// The header of a member, 60 bytes: its name and size, and fields that are not read.
static std::string header(StringRef name, size_t size) {
  std::string text;
  llvm::raw_string_ostream(text) << llvm::left_justify(name, 48)
                                 << llvm::left_justify(std::to_string(size), 10) << "`\n";
  return text;
}

// GNU's form: tables of symbols and of long names first, and an even offset for each member.
TEST_F(Objects, AreTheMembersOfAnArchive) {
  std::string names = "a-name-of-more-than-15.o/\nanother-long-name.rcgu.o/\n";
  write("!<arch>\n" + header("/", 4) + std::string(4, '\0') + header("//", names.size()) + names +
        header("short.o/", 3) + "odd\n" + header("/0", 4) + "even" + header("/26", 5) + "three\n" +
        header("end.o/", 4) + "last" + header("unseen.o/", 0));
  std::string expected =
      "short.o=odd a-name-of-more-than-15.o=even another-long-name.rcgu.o=three end.o=last ";
  EXPECT_EQ(seenBy(visitObjects), expected);
  EXPECT_EQ(seenBy(visitObjectStarts), expected);
}

// Apple's ar writes BSD's form: a long name is a part of the contents, with zeros that align them.
TEST_F(Objects, AreTheMembersOfAnArchiveOfBsd) {
  write("!<arch>\n" + header("#1/12", 16) + std::string("__.SYMDEF\0\0\0tabl", 16) + header("#1/8", 12) +
        std::string("a-b.o\0\0\0last", 12));
  EXPECT_EQ(seenBy(visitObjects), "a-b.o=last ");
}

// A size beyond the end of the file. LLVM 19's own reader of archives accepts it for the last member.
TEST_F(Objects, AreNotReadBeyondTheFile) {
  write("!<arch>\n" + header("a.o/", 2) + "ok" + header("b.o/", 99999) + "short");
  EXPECT_EQ(seenBy(visitObjects), "a.o=ok ");
}

// Of a large object visitObjectStarts() has as much as an ELF header.
TEST_F(Objects, StartsAreShort) {
  write("!<arch>\n" + header("a.o/", 100) + std::string(100, 'x'));
  EXPECT_EQ(seenBy(visitObjects), "a.o=" + std::string(100, 'x') + " ");
  EXPECT_EQ(seenBy(visitObjectStarts), "a.o=" + std::string(64, 'x') + " ");
  write(std::string(100, 'x'));
  EXPECT_EQ(seenBy(visitObjectStarts), "=" + std::string(64, 'x') + " ");
}

// A broken archive ends at the first broken member.
TEST_F(Objects, EndWhereTheArchiveIsBroken) {
  std::string first = "!<arch>\n" + header("a.o/", 2) + "ok";
  std::string broken = header("b.o/", 2);
  broken.replace(48, 10, "no number ");
  for (const std::string &rest : {broken + "xx", header("b.o/", 2).substr(0, 59), std::string("x")}) {
    write(first + rest);
    EXPECT_EQ(seenBy(visitObjects), "a.o=ok ") << rest;
    EXPECT_EQ(seenBy(visitObjectStarts), "a.o=ok ") << rest;
  }
}

// Opening a FIFO would wait for its writer.
TEST_F(Objects, AreNotReadFromFifos) {
  ASSERT_FALSE(llvm::sys::fs::remove(path));
  ASSERT_EQ(mkfifo(path.c_str(), S_IRUSR | S_IWUSR), 0);
  EXPECT_EQ(seenBy(visitObjects), "");
  EXPECT_EQ(seenBy(visitObjectStarts), "");
}

TEST_F(Objects, HaveTheLinkersNames) {
  EXPECT_EQ(objectName("lib.a", "a.o"), "lib.a(a.o)");
  EXPECT_EQ(objectName("a.o", ""), "a.o");
}
