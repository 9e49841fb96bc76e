#include "PackageCommand.h"
#include "gtest/gtest.h"

namespace lambdacc {
namespace {

TEST(PackageCommand, NameOfEachManager) {
  EXPECT_EQ(packageCommand(PackageManager::Apt, "clang"), "apt-get install clang-19");
  EXPECT_EQ(packageCommand(PackageManager::Apk, "lld"), "apk add lld19");
  EXPECT_EQ(packageCommand(PackageManager::Brew, "gcc"), "xcode-select --install");
  EXPECT_EQ(packageCommand(PackageManager::Winget, "sccache"), "winget install Mozilla.sccache");
}

// The messages that name a package do not check whether there is a row for it.
TEST(PackageCommand, EachPackageOfMessages) {
  for (const char *what :
       {"clang", "lld", "llvm", "pkgconf", "gcc", "libpq-dev", "libmariadb-dev", "ccache", "sccache"})
    for (PackageManager manager :
         {PackageManager::Apt, PackageManager::Apk, PackageManager::Brew, PackageManager::Winget})
      EXPECT_NE(packageCommand(manager, what), "") << what;
  for (const char *what : {"distcc", "icecc"})
    EXPECT_NE(packageCommand(PackageManager::Apt, what), "") << what;
  EXPECT_NE(packageCommand(PackageManager::Apt, "qemu-user-static"), "");
  EXPECT_NE(packageCommand(PackageManager::Apk, "qemu-user-static"), "");
}

} // namespace
} // namespace lambdacc
