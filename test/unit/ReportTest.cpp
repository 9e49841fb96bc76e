// A path of the home, in the forms that systems write it.
#include "Report.h"
#include "gtest/gtest.h"

namespace lambdacc {
namespace {

TEST(Report, HomeIsReplacedByATilde) {
  EXPECT_EQ(withoutHome("/home/ada", "/home/ada"), "~");
  EXPECT_EQ(withoutHome("a:/home/ada/bin:/home/ada:'/home/ada/b'", "/home/ada/"), "a:~/bin:~:'~/b'");
  EXPECT_EQ(withoutHome("-L/home/ada/lib", "/home/ada"), "-L~/lib");
}

TEST(Report, OtherFoldersStay) {
  for (llvm::StringRef path : {"/home/adam", "/home/ada.old", "/home/ada-2", "/home/ad", "/home/adaö"})
    EXPECT_EQ(withoutHome(path, "/home/ada"), path);
  EXPECT_EQ(withoutHome("/a", ""), "/a");
  EXPECT_EQ(withoutHome("/a", "/"), "/a");
  EXPECT_EQ(withoutHome("C:\\a", "C:\\"), "C:\\a");
}

TEST(Report, WindowsWritesAPathInSeveralWays) {
  for (llvm::StringRef path : {R"(C:\Users\Ada\.cargo)", R"(c:\users\ada\.cargo)", "C:/Users/Ada/.cargo"})
    EXPECT_EQ(withoutHome(path, R"(C:\Users\Ada)").substr(0, 1), "~") << path.str();
}

} // namespace
} // namespace lambdacc
