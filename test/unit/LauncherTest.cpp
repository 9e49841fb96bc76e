// Which lambda-cc.exe a launcher of Windows runs. shim/windows/Launcher.cpp has the same order.
#include "Launcher.h"
#include "gtest/gtest.h"

using namespace lambdacc;

namespace {
struct Launcher : testing::Test {
  llvm::vfs::InMemoryFileSystem fs;
  void add(const char *file, const std::string &content) {
    fs.addFile(file, 0, llvm::MemoryBuffer::getMemBufferCopy(content));
  }
};
} // namespace

TEST_F(Launcher, IsASmallProgramWithTheName) {
  std::string name = asUtf16("\\lambda-cc.exe");
  add("/a/cc.exe", "MZ" + name);
  add("/a/other.exe", "MZ" + asUtf16("\\clang.exe"));
  add("/a/text.exe", name);
  add("/a/cc", "MZ" + name);
  add("/a/lambda-cc.exe", "MZ" + name + std::string(64 << 10, '\0'));
  EXPECT_TRUE(isLauncher("/a/cc.exe", fs));
  for (const char *file : {"/a/other.exe", "/a/text.exe", "/a/cc", "/a/lambda-cc.exe", "/a", "/a/none.exe"})
    EXPECT_FALSE(isLauncher(file, fs)) << file;
}

TEST_F(Launcher, RunsTheProgramOfItsPackage) {
  EXPECT_EQ(launchedBy("/p/bin/cc.exe", fs), "/p/bin/lambda-cc.exe");
  EXPECT_EQ(launchedBy("/p/libexec/lambda-cc/drop-in/cc.exe", fs), "/p/bin/lambda-cc.exe");
  add("/p/Scripts/lambda-cc.exe", "MZ");
  EXPECT_EQ(launchedBy("/p/libexec/lambda-cc/drop-in/cc.exe", fs), "/p/Scripts/lambda-cc.exe");
  add("/n/lambda-cc.path", asUtf16("C:\\Ü x\\bin\\lambda-cc.exe"));
  EXPECT_EQ(launchedBy("/n/cc.exe", fs), "C:\\Ü x\\bin\\lambda-cc.exe");
}
