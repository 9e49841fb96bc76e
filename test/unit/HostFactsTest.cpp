// The rows of the hosts. The functions of the running host are tested through the tools.
#include "HostFacts.h"
#include "gtest/gtest.h"

namespace lambdacc {
namespace {

TEST(HostFacts, PathListsAreSplitWithoutEmptyFolders) {
  EXPECT_EQ(splitFolders(":/a::/b c:"), (std::vector<std::string>{"/a", "/b c"}));
  EXPECT_EQ(joinFolders({"/a", "/b c"}), "/a:/b c");
}

TEST(HostFacts, PackagesHaveTheNameOfEachManager) {
  EXPECT_EQ(packageCommand(PackageManager::Apt, "clang"), "apt-get install clang-19");
  EXPECT_EQ(packageCommand(PackageManager::Apk, "lld"), "apk add lld19");
  EXPECT_EQ(packageCommand(PackageManager::Brew, "gcc"), "xcode-select --install");
  EXPECT_EQ(packageCommand(PackageManager::Winget, "sccache"), "winget install Mozilla.sccache");
}

} // namespace
} // namespace lambdacc
