#include "Failure.h"
#include "ToolName.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

// cc-rs writes Rust's spelling, cmake projects and configure scripts their own.
TEST(Target, SpellingsOfOneTarget) {
  struct {
    const char *spelling;
    bool x86, arm;
  } rows[] = {
      {"x86_64-unknown-linux-musl", true, false},
      {"x86_64-linux-musl", true, false},
      {"x86_64-pc-linux-musl", true, false},
      {"x86_64-alpine-linux-musl", true, false},
      {"amd64-linux-musl", true, false},
      {"aarch64-unknown-linux-musl", false, true},
      {"arm64-linux-musl", false, true},
      {"x86_64-unknown-linux-gnu", false, false},
      {"x86_64-linux", false, false},
      {"x86_64-unknown-linux-muslx32", false, false},
      {"x86_64-apple-darwin", false, false},
      {"i686-unknown-linux-musl", false, false},
      {"armv7-unknown-linux-musleabihf", false, false},
      {"", false, false},
  };
  for (const auto &row : rows) {
    EXPECT_EQ(means(row.spelling, *findTarget("x86_64-unknown-linux-musl")), row.x86) << row.spelling;
    EXPECT_EQ(means(row.spelling, *findTarget("aarch64-unknown-linux-musl")), row.arm) << row.spelling;
  }
}

TEST(ToolName, IsATargetAndARole) {
  StringRef roles[] = {"gcc", "ar", "gcc-ar"};
  struct {
    const char *name, *triple, *role;
  } rows[] = {
      {"x86_64-unknown-linux-musl-gcc", "x86_64-unknown-linux-musl", "gcc"},
      {"aarch64-unknown-linux-musl-gcc-ar", "aarch64-unknown-linux-musl", "gcc-ar"},
      {"x86_64-linux-musl-gcc", "x86_64-unknown-linux-musl", "gcc"},
      {"musl-gcc", "x86_64-unknown-linux-musl", "gcc"},
      {"aarch64-linux-musl-ar", "aarch64-unknown-linux-musl", "ar"},
  };
  for (const auto &row : rows) {
    llvm::Expected<ToolName> name = parseToolName(row.name, roles);
    ASSERT_TRUE(bool(name)) << row.name;
    EXPECT_EQ(name->target->triple, row.triple);
    EXPECT_EQ(name->role, row.role);
  }

  struct {
    const char *name, *headline;
  } wrong[] = {
      {"x86_64-unknown-linux-musk-gcc", "no target 'x86_64-unknown-linux-musk'"},
      {"x86_64-unknown-linux-musk-gcc-ar", "no target 'x86_64-unknown-linux-musk'"},
      {"riscv64-linux-thing", "no target 'riscv64-linux-thing'"},
      {"x86_64-unknown-linux-musl-gc", "'gc' is not a tool of x86_64-unknown-linux-musl"},
      {"x86_64-unknown-linux-musl-", "'' is not a tool of x86_64-unknown-linux-musl"},
  };
  for (const auto &row : wrong)
    EXPECT_EQ(toString(parseToolName(row.name, roles).takeError()), row.headline);
}
