#include "Failure.h"
#include "Glibc.h"
#include "ToolName.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

// cc-rs passes Rust's spelling, cmake projects and configure scripts others.
TEST(Target, SpellingsOfOneTarget) {
  struct {
    const char *spelling;
    const char *triple; ///< "" for other targets
  } rows[] = {
      {"x86_64-unknown-linux-musl", "x86_64-unknown-linux-musl"},
      {"x86_64-linux-musl", "x86_64-unknown-linux-musl"},
      {"x86_64-pc-linux-musl", "x86_64-unknown-linux-musl"},
      {"x86_64-alpine-linux-musl", "x86_64-unknown-linux-musl"},
      {"amd64-linux-musl", "x86_64-unknown-linux-musl"},
      {"aarch64-unknown-linux-musl", "aarch64-unknown-linux-musl"},
      {"arm64-linux-musl", "aarch64-unknown-linux-musl"},
      {"x86_64-unknown-linux-gnu", "x86_64-unknown-linux-gnu"},
      {"x86_64-pc-linux-gnu", "x86_64-unknown-linux-gnu"},
      {"x86_64-linux-gnu", "x86_64-unknown-linux-gnu"},
      {"x86_64-linux-gnu.2.17", "x86_64-unknown-linux-gnu"},
      {"aarch64-linux-gnu", "aarch64-unknown-linux-gnu"},
      {"x86_64-linux", ""},
      {"x86_64-unknown-linux-muslx32", ""},
      {"x86_64-unknown-linux-gnux32", ""},
      {"aarch64-unknown-linux-gnu_ilp32", ""},
      {"x86_64-apple-darwin", ""},
      {"i686-unknown-linux-gnu", ""},
      {"armv7-unknown-linux-gnueabihf", ""},
      {"", ""},
  };
  for (const auto &row : rows)
    for (const Target &target : targets())
      EXPECT_EQ(isSpellingOf(row.spelling, target), target.triple == row.triple) << row.spelling;
}

TEST(ToolName, IsATargetAndARole) {
  StringRef roles[] = {"gcc", "ar", "gcc-ar"};
  struct {
    const char *name, *triple, *role;
    const char *ceiling = "0"; ///< "0" for none
    bool hasCeiling = false;
  } rows[] = {
      {"x86_64-unknown-linux-musl-gcc", "x86_64-unknown-linux-musl", "gcc"},
      {"aarch64-unknown-linux-musl-gcc-ar", "aarch64-unknown-linux-musl", "gcc-ar"},
      {"x86_64-linux-musl-gcc", "x86_64-unknown-linux-musl", "gcc"},
      {"musl-gcc", "x86_64-unknown-linux-musl", "gcc"},
      {"aarch64-linux-musl-ar", "aarch64-unknown-linux-musl", "ar"},
      {"x86_64-unknown-linux-gnu-gcc", "x86_64-unknown-linux-gnu", "gcc", "2.26"},
      {"x86_64-linux-gnu-gcc-ar", "x86_64-unknown-linux-gnu", "gcc-ar", "2.26"},
      {"x86_64-unknown-linux-gnu-al2-gcc", "x86_64-unknown-linux-gnu", "gcc", "2.26", true},
      {"aarch64-unknown-linux-gnu-al2023-gcc-ar", "aarch64-unknown-linux-gnu", "gcc-ar", "2.34", true},
      {"aarch64-unknown-linux-gnu-2_17-ar", "aarch64-unknown-linux-gnu", "ar", "2.17", true},
      {"x86_64-linux-gnu-2_41-gcc", "x86_64-unknown-linux-gnu", "gcc", "2.41", true},
  };
  for (const auto &row : rows) {
    llvm::Expected<ToolName> name = parseToolName(row.name, roles);
    ASSERT_TRUE(bool(name)) << row.name;
    EXPECT_EQ(name->target.triple, row.triple);
    EXPECT_EQ(name->target.glibc.getAsString(), row.ceiling) << row.name;
    EXPECT_EQ(name->hasCeiling, row.hasCeiling) << row.name;
    EXPECT_EQ(name->role, row.role);
  }

  struct {
    const char *name, *headline;
  } wrong[] = {
      {"x86_64-unknown-linux-musk-gcc", "no target 'x86_64-unknown-linux-musk'"},
      {"x86_64-unknown-linux-musk-gcc-ar", "no target 'x86_64-unknown-linux-musk'"},
      {"riscv64-linux-thing", "no target 'riscv64-linux-thing'"},
      {"x86_64-unknown-linux-musl-gc", "'gc' is not a tool of x86_64-unknown-linux-musl"},
      {"x86_64-unknown-linux-gnu-2_42-gcc", "no glibc '2.42' to build for"},
      {"x86_64-unknown-linux-gnu-2_-gcc", "no glibc '2.' to build for"},
      {"x86_64-unknown-linux-gnu-2_26", "'2_26' is not a tool of x86_64-unknown-linux-gnu"},
      {"x86_64-unknown-linux-gnu-2_26-gc", "'2_26-gc' is not a tool of x86_64-unknown-linux-gnu"},
      {"x86_64-unknown-linux-musl-2_26-gcc", "'2_26-gcc' is not a tool of x86_64-unknown-linux-musl"},
      {"x86_64-unknown-linux-musl-", "'' is not a tool of x86_64-unknown-linux-musl"},
  };
  for (const auto &row : wrong)
    EXPECT_EQ(toString(parseToolName(row.name, roles).takeError()), row.headline);
}

// Each ceiling has names of tools, and they are parsed as that ceiling.
TEST(Glibc, CeilingsAreInNames) {
  StringRef roles[] = {"gcc"};
  EXPECT_EQ(ceilings().size(), 25u);
  for (llvm::VersionTuple ceiling : ceilings()) {
    Target target = *findTarget("aarch64-unknown-linux-gnu");
    target.glibc = ceiling;
    llvm::Expected<ToolName> name = parseToolName(toolPrefix(target) + "-gcc", roles);
    ASSERT_TRUE(bool(name));
    EXPECT_EQ(name->target.glibc, ceiling);
    llvm::Expected<Target> written = parseTriple((target.triple + "." + ceiling.getAsString()).str());
    ASSERT_TRUE(bool(written));
    EXPECT_EQ(written->glibc, ceiling);
  }
}

TEST(Glibc, CeilingOfEnvironment) {
  struct {
    CeilingSettings settings;
    const char *ceiling; ///< or the headline of the error, or "" for none
  } rows[] = {
      {{"", ""}, ""},
      {{"2.17", ""}, "2.17"},
      {{"", "provided.al2023"}, "2.34"},
      {{"2.26", "provided.al2"}, "2.26"},
      {{"2.17", "provided.al2"}, "2.17"},
      {{"2.28", "provided.al2"}, "LAMBDA_CC_GLIBC is 2.28, but provided.al2 has glibc 2.26"},
      {{"2.5", ""}, "'2.5' is not a value of LAMBDA_CC_GLIBC"},
      {{"2.170", ""}, "'2.170' is not a value of LAMBDA_CC_GLIBC"},
      {{"2.17.1", ""}, "'2.17.1' is not a value of LAMBDA_CC_GLIBC"},
      {{"", "al2"}, "'al2' is not a value of LAMBDA_CC_RUNTIME"},
  };
  for (const auto &row : rows) {
    llvm::Expected<std::optional<llvm::VersionTuple>> ceiling = ceilingOf(row.settings);
    std::string said = !ceiling ? toString(ceiling.takeError()) : *ceiling ? (*ceiling)->getAsString() : "";
    EXPECT_EQ(said, row.ceiling);
  }
}
