#include "CargoCfg.h"
#include "gtest/gtest.h"

using namespace lambdacc;

TEST(CargoCfg, MatchesLikeCargo) {
  const Target &musl = *findTarget("aarch64-unknown-linux-musl");
  for (const char *key :
       {"cfg(unix)", "cfg( all ( ) )", "cfg(true)", "cfg(target_env = \"musl\")", "cfg(not(windows))",
        "cfg(any(windows, target_os=\"linux\",))", "cfg(all(unix, target_arch = \"aarch64\"))",
        "cfg(target_feature = \"neon\")", "cfg(target_abi = \"\")", "cfg(not(any()))"})
    EXPECT_TRUE(matchesCfg(key, musl)) << key;
  for (const char *key : {"cfg(windows)", "cfg(false)", "cfg(target_env = \"gnu\")", "cfg(not(unix))",
                          "cfg(any())", "cfg(all(unix, target_arch = \"x86_64\"))", "cfg(feature = \"a\")",
                          "cfg(target_os)", "cfg(target_feature = \"sse2\")", "aarch64-unknown-linux-musl"})
    EXPECT_FALSE(matchesCfg(key, musl)) << key;
}

TEST(CargoCfg, RefusesWhatIsNotOne) {
  const Target &musl = *findTarget("aarch64-unknown-linux-musl");
  for (const char *key : {"", "cfg", "cfg(", "cfg()", "cfg(unix", "cfg(unix) x", "cfg(unix unix)",
                          "cfg(not())", "cfg(not(windows, windows))", "cfg(target_os = linux)",
                          "cfg(target_os = \"linux)", "cfg(some(unix))", "cfg(all(unix unix))"})
    EXPECT_FALSE(matchesCfg(key, musl)) << key;
  EXPECT_FALSE(matchesCfg("cfg(" + std::string(100000, '('), musl));
  std::string deep = "cfg(";
  for (int i = 0; i < 100000; ++i)
    deep += "not(";
  EXPECT_FALSE(matchesCfg(deep, musl));
}
