#include "UnsetVariables.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

static const Target &arm() { return *findTarget("aarch64-unknown-linux-musl"); }

static bool isOurs(StringRef program) { return program.starts_with("/o/bin/") || program == "ours"; }

static Additions additions(const std::vector<SetName> &set, const Target &target = arm()) {
  std::vector<Variable> variables = environmentFor(target, "/o");
  llvm::erase_if(variables, [](const Variable &variable) { return variable.reader == "cc-rs"; });
  return additionsFor(target, variables, set, isOurs);
}

// What `name`, with this value, keeps from being added: "PKG_CONFIG, RUNNER".
static std::string leftOut(StringRef name, StringRef value = "x") {
  std::vector<std::string> found;
  for (const LeftOut &each : additions({{name.str(), value.str(), "the environment"}}).leftOut) {
    StringRef variable = each.variable.name;
    variable.consume_front("CARGO_TARGET_");
    variable.consume_front("AARCH64_UNKNOWN_LINUX_MUSL_");
    variable.consume_back("_aarch64_unknown_linux_musl");
    found.push_back(variable.str());
  }
  return llvm::join(found, ", ");
}

TEST(UnsetVariables, CompilersOfPersonsWin) {
  auto added = [](StringRef name) {
    std::string found;
    for (const Variable &variable :
         additionsFor(arm(), environmentFor(arm(), "/o"), {{name.str(), "gcc", "the environment"}}, isOurs)
             .added)
      if (variable.reader == "cc-rs")
        found += (StringRef(variable.name).split('_').first + " ").str();
    return found;
  };
  EXPECT_EQ(added("HOST_CC"), "CC CXX AR RANLIB ");
  EXPECT_EQ(added("CC"), "CXX AR RANLIB ");
  EXPECT_EQ(added("TARGET_CXX"), "CC AR RANLIB ");
  EXPECT_EQ(added("AR_aarch64-unknown-linux-musl"), "CC CXX RANLIB ");
  EXPECT_EQ(added("RANLIB_aarch64_unknown_linux_musl"), "CC CXX AR ");
}

TEST(UnsetVariables, AddsAllButCompilers) {
  std::vector<std::string> names;
  for (const Variable &variable : additions({}).added)
    names.push_back(variable.name);
  EXPECT_EQ(
      llvm::join(names, " "),
      "CMAKE_TOOLCHAIN_FILE_aarch64_unknown_linux_musl BINDGEN_EXTRA_CLANG_ARGS_aarch64_unknown_linux_musl "
      "PKG_CONFIG_aarch64_unknown_linux_musl AARCH64_UNKNOWN_LINUX_MUSL_OPENSSL_CONFIG_DIR "
      "AARCH64_UNKNOWN_LINUX_MUSL_OPENSSL_DIR "
      "CARGO_TARGET_AARCH64_UNKNOWN_LINUX_MUSL_RUNNER CARGO_TARGET_AARCH64_UNKNOWN_LINUX_MUSL_RUSTFLAGS");
}

TEST(UnsetVariables, AnySpellingOfReaderCounts) {
  // clang-format off
  static constexpr struct {
    StringRef name, leftOut;
  } rows[] = {
      {"PKG_CONFIG_aarch64-unknown-linux-musl", "PKG_CONFIG"},
      {"PKG_CONFIG_aarch64_unknown_linux_musl", "PKG_CONFIG"},
      {"TARGET_PKG_CONFIG", "PKG_CONFIG"},
      {"PKG_CONFIG", "PKG_CONFIG"},
      {"HOST_PKG_CONFIG", ""},
      {"PKG_CONFIG_x86_64_unknown_linux_musl", ""},
      {"PKG_CONFIG_PATH", ""},
      {"PKG_CONFIG_PATH_aarch64_unknown_linux_musl", ""},
      {"PKG_CONFIG_ALLOW_CROSS", "PKG_CONFIG"},
      {"PKG_CONFIG_ALLOW_CROSS_aarch64-unknown-linux-musl", "PKG_CONFIG"},
      {"TARGET_PKG_CONFIG_ALLOW_CROSS", "PKG_CONFIG"},
      {"PKG_CONFIG_SYSROOT_DIR", "PKG_CONFIG"},
      {"PKG_CONFIG_SYSROOT_DIR_aarch64_unknown_linux_musl", "PKG_CONFIG"},
      {"CMAKE_TOOLCHAIN_FILE", "CMAKE_TOOLCHAIN_FILE"},
      {"TARGET_CMAKE_TOOLCHAIN_FILE", "CMAKE_TOOLCHAIN_FILE"},
      {"CMAKE_TOOLCHAIN_FILE_aarch64-unknown-linux-musl", "CMAKE_TOOLCHAIN_FILE"},
      {"CMAKE_TOOLCHAIN_FILE_aarch64_unknown_linux_musl", "CMAKE_TOOLCHAIN_FILE"},
      {"HOST_CMAKE_TOOLCHAIN_FILE", ""},
      {"BINDGEN_EXTRA_CLANG_ARGS", "BINDGEN_EXTRA_CLANG_ARGS"},
      {"BINDGEN_EXTRA_CLANG_ARGS_aarch64-unknown-linux-musl", "BINDGEN_EXTRA_CLANG_ARGS"},
      {"BINDGEN_EXTRA_CLANG_ARGS_aarch64_unknown_linux_musl", "BINDGEN_EXTRA_CLANG_ARGS"},
      {"TARGET_BINDGEN_EXTRA_CLANG_ARGS", ""},
      {"OPENSSL_CONFIG_DIR", "OPENSSL_CONFIG_DIR"},
      {"AARCH64_UNKNOWN_LINUX_MUSL_OPENSSL_CONFIG_DIR", "OPENSSL_CONFIG_DIR"},
      {"OPENSSL_DIR", "OPENSSL_DIR"},
      {"OPENSSL_LIB_DIR", "OPENSSL_DIR"},
      {"AARCH64_UNKNOWN_LINUX_MUSL_OPENSSL_INCLUDE_DIR", "OPENSSL_DIR"},
      {"X86_64_UNKNOWN_LINUX_MUSL_OPENSSL_DIR", ""},
      {"CARGO_TARGET_AARCH64_UNKNOWN_LINUX_MUSL_RUNNER", "RUNNER"},
      {"target.aarch64-unknown-linux-musl.runner", "RUNNER"},
      {"target.x86_64-unknown-linux-musl.runner", ""},
      {"CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS"},
      {"RUSTFLAGS", "RUSTFLAGS"},
      {"CARGO_BUILD_RUSTFLAGS", "RUSTFLAGS"},
      {"CARGO_TARGET_AARCH64_UNKNOWN_LINUX_MUSL_RUSTFLAGS", "RUSTFLAGS"},
      {"target.aarch64-unknown-linux-musl.rustflags", "RUSTFLAGS"},
      {"build.rustflags", "RUSTFLAGS"},
      {"build.target", ""},
  };
  // clang-format on
  for (const auto &row : rows)
    EXPECT_EQ(leftOut(row.name), row.leftOut.str()) << row.name.str();
  EXPECT_EQ(leftOut("PKG_CONFIG", ""), "PKG_CONFIG"); // an empty value is a value to each reader
}

TEST(UnsetVariables, AnotherToolchainIsLeftAlone) {
  std::string all =
      "CMAKE_TOOLCHAIN_FILE, BINDGEN_EXTRA_CLANG_ARGS, PKG_CONFIG, OPENSSL_CONFIG_DIR, OPENSSL_DIR, "
      "RUNNER, RUSTFLAGS";
  for (StringRef name :
       {"CARGO_TARGET_AARCH64_UNKNOWN_LINUX_MUSL_LINKER", "target.aarch64-unknown-linux-musl.linker"}) {
    EXPECT_EQ(leftOut(name, "/cross/bin/gcc"), all);
    EXPECT_EQ(leftOut(name, "/o/bin/x-gcc"), "");
    EXPECT_EQ(leftOut(name, "rust-lld"), "");
    EXPECT_EQ(leftOut(name, "/usr/bin/mold"), "");
    EXPECT_EQ(leftOut(name, ""), "");
  }
  EXPECT_EQ(leftOut("CARGO_TARGET_X86_64_UNKNOWN_LINUX_MUSL_LINKER", "/cross/bin/gcc"), "");
  for (StringRef name :
       {"CC_aarch64-unknown-linux-musl", "TARGET_CC", "CC", "CXX_aarch64_unknown_linux_musl"}) {
    EXPECT_EQ(leftOut(name, "/cross/bin/gcc"), "CMAKE_TOOLCHAIN_FILE") << name.str();
    EXPECT_EQ(leftOut(name, "ccache ours"), "") << name.str();
  }
  EXPECT_EQ(leftOut("HOST_CC", "/cross/bin/gcc"), "");
}

TEST(UnsetVariables, SaysWhatKeepsThem) {
  Additions found = additions({{"PKG_CONFIG", "p", "line 3 of c"},
                               {"CARGO_TARGET_AARCH64_UNKNOWN_LINUX_MUSL_LINKER", "/l", "the environment"}});
  ASSERT_EQ(found.leftOut.size(), 7u);
  EXPECT_EQ(found.leftOut[2].why, "PKG_CONFIG is set in line 3 of c");
  EXPECT_EQ(found.leftOut[0].why,
            "CARGO_TARGET_AARCH64_UNKNOWN_LINUX_MUSL_LINKER names '/l', which is not ours, "
            "in the environment");
}

TEST(UnsetVariables, UsefulOnesOnly) {
  auto names = [](StringRef prefix, const Facts &facts) {
    std::string found;
    for (const Variable &variable : usefulOf(environmentFor(arm(), prefix), arm(), facts))
      if (variable.key != "linker" && !variable.key.empty())
        found += (variable.key + "=" + variable.value + " ").str();
    return found;
  };
  uint16_t other = findTarget("x86_64-unknown-linux-musl")->machine;
  EXPECT_EQ(names("/o", {.hostMachine = arm().machine}), "");
  EXPECT_EQ(names("/o", {.hostMachine = other}), "runner=/o/bin/aarch64-unknown-linux-musl-run ");
  EXPECT_EQ(names("/o", {.hostMachine = arm().machine, .takesFlags = true}),
            "rustflags=-Lnative=/o/share/lambda-cc/sysroots/aarch64-unknown-linux-musl/lib/static-stdc++ ");
  // cargo splits both at spaces.
  EXPECT_EQ(names("/a b", {.hostMachine = other, .takesFlags = true}),
            "runner=aarch64-unknown-linux-musl-run ");
  EXPECT_EQ(names("/a b", {.hostMachine = other, .hasPath = false}), "");
}
