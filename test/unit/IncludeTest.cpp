// The values of --include.
#include "Include.h"
#include "Failure.h"
#include "gtest/gtest.h"

using namespace lambdacc;

// "FILE -> PLACE", or the headline of the error.
static std::string parsed(llvm::StringRef value) {
  llvm::Expected<Include> include = parseInclude(value);
  if (include)
    return include->file + " -> " + include->place;
  int status = 0;
  std::string headline;
  handleAllErrors(include.takeError(), [&](const Failure &failure) {
    status = failure.status;
    headline = failure.headline;
  });
  return std::to_string(status) + " " + headline;
}

TEST(Include, HasAPlaceBehindTheLastEquals) {
  EXPECT_EQ(parsed("data.json"), "data.json -> ");
  EXPECT_EQ(parsed("../a/data.json"), "../a/data.json -> ");
  EXPECT_EQ(parsed("a/libx.so=plugins/x.so"), "a/libx.so -> plugins/x.so");
  EXPECT_EQ(parsed("a=b=c"), "a=b -> c");
}

TEST(Include, KeepsItsNameInAFolder) {
  EXPECT_EQ(parsed("a/libx.so=plugins/"), "a/libx.so -> plugins/libx.so");
  EXPECT_EQ(parsed("assets/=share/"), "assets/ -> share/assets");
}

TEST(Include, IsBelowTheRoot) {
  for (const char *value : {"a=", "a=/a", "a=../a", "a=b/../a", "a=./a", "a=b//a", "a=b\\a", "a=/", "", "/",
                            ".", "..", "..=a/", "a/.."})
    EXPECT_EQ(parsed(value), "2 no place in the zip for '" + std::string(value) + "'");
  EXPECT_EQ(parsed("..=up"), ".. -> up");
}
