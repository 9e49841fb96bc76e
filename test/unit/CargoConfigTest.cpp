#include "CargoConfig.h"
#include "Failure.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;
using Words = std::vector<std::string>;

static std::vector<ConfigValue> read(StringRef text) {
  llvm::Expected<std::vector<ConfigValue>> values = readCargoConfig("c", text);
  if (values)
    return *values;
  ADD_FAILURE() << toString(values.takeError());
  return {};
}

// Each value as "target.x.linker=gcc@2", with its line.
static Words inLines(StringRef text) {
  Words lines;
  for (const ConfigValue &said : read(text))
    lines.push_back(llvm::join(said.key, ".") + "=" + said.value + "@" + std::to_string(said.line));
  return lines;
}

TEST(CargoConfig, ReadsThreeTables) {
  EXPECT_EQ(inLines(""), Words());
  EXPECT_EQ(inLines("[alias]\nb = 'build'\n[net]\nretry = 1\n"), Words());
  EXPECT_EQ(inLines("[env]\nA = 'b'\n"), Words{"env.A=b@2"});
  EXPECT_EQ(inLines("env.A = { value = 'b', force = true }\n"), Words{"env.A=b@1"});
  EXPECT_EQ(inLines("[build]\nrustflags = ['-C', 'x y']\n"), Words{"build.rustflags=-C x y@2"});
  EXPECT_EQ(inLines("[target.'cfg(unix)']\nrunner = 'r'\n"), Words{"target.cfg(unix).runner=r@2"});
  EXPECT_EQ(inLines("[target]\nx.linker = 'gcc'\ny = 1\n"), Words{"target.x.linker=gcc@2"});
}

TEST(CargoConfig, FlagsInListsAndStrings) {
  EXPECT_EQ(read("build.rustflags = ['-C', 'link-args=-a -b']")[0].words, (Words{"-C", "link-args=-a -b"}));
  EXPECT_EQ(read("build.rustflags = ' -C  linker=x '")[0].words, (Words{"-C", "linker=x"}));
  EXPECT_EQ(read("build.rustflags = []")[0].words, Words());
  EXPECT_EQ(read("build.rustflags = 1")[0].words, Words());
}

TEST(CargoConfig, ErrorsNameTheLine) {
  llvm::Expected<std::vector<ConfigValue>> values = readCargoConfig("c", "[env]\nA = b\n");
  ASSERT_FALSE(bool(values));
  handleAllErrors(values.takeError(), [](const Failure &failure) {
    EXPECT_EQ(failure.headline, "'c' is not TOML");
    ASSERT_EQ(failure.evidence.size(), 1u);
    EXPECT_TRUE(StringRef(failure.evidence[0]).starts_with("line 2: "));
  });
}

TEST(CargoConfig, InstallationsByTheirFolder) {
  EXPECT_EQ(installationIn("/o/share/lambda-cc/cmake/x.cmake"), "/o/");
  EXPECT_EQ(installationIn("/a b/share/lambda-cc/x"), "/a b/");
  EXPECT_EQ(installationIn("--x --sysroot=/o/share/lambda-cc/sysroots/t"), "/o/");
  EXPECT_EQ(installationIn("/o/share/lambda/x"), "");
  EXPECT_TRUE(isOf("/o/", "/o/bin/x86_64-unknown-linux-musl-gcc"));
  EXPECT_TRUE(isOf("/o/", "--sysroot=/o/share/lambda-cc/sysroots/t"));
  EXPECT_FALSE(isOf("/usr/", "/usr/bin/gcc"));
  EXPECT_FALSE(isOf("/o/", "/p/bin/x86_64-unknown-linux-musl-gcc"));
  EXPECT_FALSE(isOf("", "/bin/x86_64-unknown-linux-musl-gcc"));
}

//===- Adding ---------------------------------------------------------------===//

static const std::vector<Variable> wanted = {{"CARGO_TARGET_T_LINKER", "/o/bin/t-gcc", "rustc", "t"},
                                             {"CC_t", "/o/bin/t-gcc", "cc-rs"}};

static std::string added(StringRef text) {
  llvm::Expected<ConfigChange> change = addToCargoConfig("c", text, wanted);
  return change ? change->text : "error: " + toString(change.takeError());
}

TEST(CargoConfig, AddsBelowOrAtTheEnd) {
  std::string all = "[target.t]\nlinker = \"/o/bin/t-gcc\"\n\n[env]\nCC_t = \"/o/bin/t-gcc\"\n";
  EXPECT_EQ(added(""), all);
  EXPECT_EQ(added(all), all);
  EXPECT_EQ(added("# mine"), "# mine\n\n" + all);
  EXPECT_EQ(added("[env] # mine\nA = 'b'\n"),
            "[env] # mine\nCC_t = \"/o/bin/t-gcc\"\nA = 'b'\n\n[target.t]\nlinker = \"/o/bin/t-gcc\"\n");
  EXPECT_EQ(added("[target.t]\r\nlinker = 'mine'\r\n"),
            "[target.t]\r\nlinker = 'mine'\r\n\r\n[env]\r\nCC_t = \"/o/bin/t-gcc\"\r\n");
}

TEST(CargoConfig, WhatTakesNoLines) {
  for (StringRef text : {"env = {}", "env = 1", "[[env]]", "target = 'x'", "env.A = 'b'", "target.t.x = 1\n"})
    EXPECT_EQ(added(text), "error: 'c' can't be added to") << text.str();
}

TEST(CargoConfig, KeepsAndReportsExistingValues) {
  llvm::Expected<ConfigChange> change = addToCargoConfig("c", "[env]\nCC_t = 'gcc'\n", wanted);
  ASSERT_TRUE(bool(change));
  ASSERT_EQ(change->kept.size(), 1u);
  EXPECT_EQ(change->kept[0].value, "gcc");
  EXPECT_EQ(change->kept[0].line, 2u);
}
