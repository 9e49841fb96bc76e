#include "Switches.h"
#include "Failure.h"
#include "OwnVariables.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

template <typename T> static std::optional<T> valueOf(llvm::Expected<T> parsed) {
  if (parsed)
    return *parsed;
  consumeError(parsed.takeError());
  return std::nullopt;
}

TEST(Switches, Verify) {
  EXPECT_EQ(valueOf(parseVerify("")), Verify::Error);
  EXPECT_EQ(valueOf(parseVerify("error")), Verify::Error);
  EXPECT_EQ(valueOf(parseVerify("warn")), Verify::Warn);
  EXPECT_EQ(valueOf(parseVerify("off")), Verify::Off);
  for (StringRef bad : {"of", "Off", "off ", "no", "0", "warning", "error,warn"})
    EXPECT_EQ(valueOf(parseVerify(bad)), std::nullopt) << bad.str();
}

TEST(Switches, FollowCpu) {
  EXPECT_EQ(valueOf(parseFollowCpu("")), FollowCpu::Auto);
  EXPECT_EQ(valueOf(parseFollowCpu("auto")), FollowCpu::Auto);
  EXPECT_EQ(valueOf(parseFollowCpu("off")), FollowCpu::Off);
  for (StringRef bad : {"of", "on", "native"})
    EXPECT_EQ(valueOf(parseFollowCpu(bad)), std::nullopt) << bad.str();
}

TEST(Switches, Cache) {
  EXPECT_EQ(valueOf(parseCache("")), Cache::Off);
  EXPECT_EQ(valueOf(parseCache("off")), Cache::Off);
  EXPECT_EQ(valueOf(parseCache("auto")), Cache::Auto);
  EXPECT_EQ(valueOf(parseCache("ccache")), Cache::Ccache);
  EXPECT_EQ(valueOf(parseCache("sccache")), Cache::Sccache);
  EXPECT_EQ(valueOf(parseCache("distcc")), Cache::Distcc);
  EXPECT_EQ(valueOf(parseCache("icecc")), Cache::Icecc);
  for (StringRef bad : {"ccash", "/usr/bin/ccache", "on"})
    EXPECT_EQ(valueOf(parseCache(bad)), std::nullopt) << bad.str();
}

TEST(Switches, Malloc) {
  EXPECT_EQ(valueOf(parseMalloc("")), Malloc::Libc);
  EXPECT_EQ(valueOf(parseMalloc("libc")), Malloc::Libc);
  EXPECT_EQ(valueOf(parseMalloc("mimalloc")), Malloc::Mimalloc);
  for (StringRef bad : {"musl", "Mimalloc", "jemalloc", "1"})
    EXPECT_EQ(valueOf(parseMalloc(bad)), std::nullopt) << bad.str();
}

// Errors quote the variable and its value.
TEST(OwnVariables, ErrorsNameTheVariable) {
  for (const OwnVariable &row : ownVariables()) {
    if (!row.check)
      continue;
    EXPECT_FALSE(bool(row.check(""))) << row.name.str();
    handleAllErrors(row.check("no such"), [&](const Failure &failure) {
      EXPECT_EQ(failure.headline, ("'no such' is not a value of " + row.name).str());
      EXPECT_FALSE(failure.evidence.empty());
    });
  }
}

TEST(OwnVariables, EachOnce) {
  std::vector<StringRef> names;
  for (const OwnVariable &row : ownVariables()) {
    EXPECT_TRUE(row.name.starts_with("LAMBDA_CC_"));
    EXPECT_FALSE(llvm::is_contained(names, row.name)) << row.name.str();
    names.push_back(row.name);
  }
  EXPECT_EQ(names.size(), 12u);
}
