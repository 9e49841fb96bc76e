#include "CargoArguments.h"
#include "CargoConfigs.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

// "build -C dir, config, config, compiler".
static std::string parsed(const std::vector<const char *> &argv) {
  CargoArguments arguments = parseCargoArguments(argv);
  std::string all = arguments.subcommand.str();
  if (!arguments.folder.empty())
    all += " in " + arguments.folder.str();
  for (StringRef config : arguments.configs)
    all += " <" + config.str() + ">";
  if (!arguments.compiler.empty())
    all += " by " + arguments.compiler.str();
  return all;
}

TEST(CargoArguments, FoldersAndConfigs) {
  EXPECT_EQ(parsed({}), "");
  EXPECT_EQ(parsed({"build", "--release"}), "build");
  EXPECT_EQ(parsed({"+nightly", "-Zunstable-options", "-C", "d", "build"}), "build in d");
  EXPECT_EQ(parsed({"-Cd", "b"}), "b in d");
  EXPECT_EQ(parsed({"--color", "always", "-Z", "x", "test"}), "test");
  EXPECT_EQ(parsed({"--config", "a=1", "build", "--config=b=2", "--config", "c.toml"}),
            "build <a=1> <b=2> <c.toml>");
  EXPECT_EQ(parsed({"run", "--", "--config", "a=1", "-C", "d"}), "run");
  EXPECT_EQ(parsed({"run", "-C", "d"}), "run"); // there cargo rejects it
  EXPECT_EQ(parsed({"build", "--config"}), "build <>");
  EXPECT_EQ(parsed({"lambda", "build", "--compiler", "cargo"}), "lambda by cargo");
}

TEST(CargoArguments, OwnToolchains) {
  auto isOwn = [](const std::vector<const char *> &argv, StringRef compiler) {
    return !ownToolchainOf(parseCargoArguments(argv), compiler).empty();
  };
  EXPECT_FALSE(isOwn({"build"}, ""));
  EXPECT_FALSE(isOwn({"nextest", "run"}, ""));
  EXPECT_TRUE(isOwn({"zigbuild"}, "cargo"));
  EXPECT_TRUE(isOwn({"lambda", "build"}, ""));
  EXPECT_FALSE(isOwn({"lambda", "build"}, "cargo"));
  EXPECT_FALSE(isOwn({"lambda", "build", "--compiler=cargo"}, "cargo-zigbuild"));
  EXPECT_TRUE(isOwn({"lambda", "build", "--compiler", "cargo-zigbuild"}, "cargo"));
  EXPECT_TRUE(isOwn({"lambda", "--global", "watch", "build"}, ""));
  EXPECT_FALSE(isOwn({"lambda", "watch", "build"}, "cargo-zigbuild"));
  EXPECT_FALSE(isOwn({"lambda", "-v", "--context", "build", "start"}, ""));
}

// What `text`, of a --config, sets for aarch64-unknown-linux-musl.
static std::string setBy(StringRef text) {
  CargoConfigs configs;
  addConfigArgument(configs, text, "/p/.cargo", *llvm::vfs::getRealFileSystem());
  if (!configs.errors.empty())
    return "error: " + configs.errors.front().what;
  std::string all;
  for (const SetName &each : setFor(*findTarget("aarch64-unknown-linux-musl"), configs))
    all += each.name + "=" + each.value + " in " + each.where;
  return all;
}

TEST(CargoConfigs, KeysOfTheTarget) {
  EXPECT_EQ(setBy("env.A='b'"), "A=b in line 1 of --config");
  EXPECT_EQ(setBy("build.rustflags=['-g']"), "build.rustflags=-g in line 1 of --config");
  EXPECT_EQ(setBy("target.aarch64-unknown-linux-musl.runner='q'"),
            "target.aarch64-unknown-linux-musl.runner=q in line 1 of --config");
  EXPECT_EQ(setBy("target.'cfg(target_env=\"musl\")'.runner='q'"),
            "target.aarch64-unknown-linux-musl.runner=q in line 1 of --config");
  EXPECT_EQ(setBy("target.'cfg(windows)'.runner='q'"), "target.cfg(windows).runner=q in line 1 of --config");
  EXPECT_EQ(setBy("net.retry=1"), "");
  EXPECT_EQ(setBy("="), "error: '--config' is not TOML");
}
