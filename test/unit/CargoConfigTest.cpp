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
  EXPECT_EQ(read("build.rustflags = ['-C', 'link-args=-a -b']")[0].args, (Words{"-C", "link-args=-a -b"}));
  EXPECT_EQ(read("build.rustflags = ' -C  linker=x '")[0].args, (Words{"-C", "linker=x"}));
  EXPECT_EQ(read("build.rustflags = []")[0].args, Words());
  EXPECT_EQ(read("build.rustflags = 1")[0].args, Words());
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
  EXPECT_EQ(installationIn("--x '--sysroot=/a b/share/lambda-cc/sysroots/t'"), "/a b/");
  EXPECT_EQ(installationIn("--x '--sysroot=/a'\\''b/share/lambda-cc/sysroots/t'"), "/a'b/");
  EXPECT_EQ(installationIn("/a'b/share/lambda-cc/x"), "/a'b/");
  EXPECT_EQ(installationIn("-I 'share/lambda-cc/x"), "");
  EXPECT_EQ(installationIn("/o/share/lambda/x"), "");
  EXPECT_TRUE(isOf("/o/", "/o/bin/x86_64-unknown-linux-musl-gcc"));
  EXPECT_TRUE(isOf("/o/", "--sysroot=/o/share/lambda-cc/sysroots/t"));
  EXPECT_FALSE(isOf("/usr/", "/usr/bin/gcc"));
  EXPECT_FALSE(isOf("/o/", "/p/bin/x86_64-unknown-linux-musl-gcc"));
  EXPECT_FALSE(isOf("", "/bin/x86_64-unknown-linux-musl-gcc"));
}

// init writes slashes, a person may write backslashes.
TEST(CargoConfig, InstallationsOnWindows) {
  auto in = [](StringRef value) { return installationIn(value, System::Windows); };
  EXPECT_EQ(in("C:/o x/share/lambda-cc/cmake/x.cmake"), "C:/o x/");
  EXPECT_EQ(in("C:\\o\\share\\lambda-cc\\cmake\\x.cmake"), "C:/o/");
  EXPECT_EQ(in("--x --sysroot=C:/o/share/lambda-cc/sysroots/t"), "C:/o/");
  EXPECT_EQ(in("--x '--sysroot=//server/a b/share/lambda-cc/sysroots/t'"), "//server/a b/");
  EXPECT_EQ(in("--x '--sysroot=C:/a'\\''b/share/lambda-cc/sysroots/t'"), "C:/a'b/");
  EXPECT_TRUE(isOf("C:\\o/", "C:/o/bin/x86_64-unknown-linux-musl-gcc", System::Windows));
  EXPECT_TRUE(isOf("C:/o/", "C:\\o\\bin\\x86_64-unknown-linux-musl-gcc.exe", System::Windows));
  EXPECT_FALSE(isOf("C:/o/", "D:/o/bin/x86_64-unknown-linux-musl-gcc", System::Windows));
}

//===- Adding and removing ----------------------------------------------------===//

static const Target &musl() { return *findTarget("x86_64-unknown-linux-musl"); }

// The linker and CC of environmentFor().
static std::vector<Variable> wanted() {
  std::vector<Variable> all = environmentFor(musl(), "/o");
  return {all[0], all[1]};
}

static const std::string header = "[target.x86_64-unknown-linux-musl] # lambda-cc\n";
static const std::string linker = "linker = \"/o/bin/x86_64-unknown-linux-musl-gcc\" # lambda-cc\n";
static const std::string cc =
    "CC_x86_64_unknown_linux_musl = \"/o/bin/x86_64-unknown-linux-musl-gcc\" # lambda-cc\n";

static std::string textOf(llvm::Expected<ConfigChange> change) {
  return change ? change->text : "error: " + toString(change.takeError());
}
static std::string added(StringRef text) { return textOf(addToCargoConfig("c", text, wanted())); }
static std::string removed(StringRef text) { return textOf(removeFromCargoConfig("c", text, targets())); }

TEST(CargoConfig, AddsBelowOrAtTheEnd) {
  std::string all = header + linker + "\n[env] # lambda-cc\n" + cc;
  EXPECT_EQ(added(""), all);
  EXPECT_EQ(added(all), all);
  EXPECT_EQ(added("# mine\n"), "# mine\n\n" + all);
  EXPECT_EQ(added("# mine") + "\n", "# mine\n\n" + all);
  EXPECT_EQ(added("[env] # mine\nA = 'b'\n"), "[env] # mine\n" + cc + "A = 'b'\n\n" + header + linker);
}

TEST(CargoConfig, RemovesWhatItAdded) {
  for (StringRef text :
       {"", "\n", "# mine", "# mine\n", "[env]", "[env]\r\nA = 'b'", "a = 1\n  ", "[env.A]\nvalue = 'b'\n",
        "[target.x86_64-unknown-linux-musl]\nrunner = 'r'\n", "[target]\nx.linker = 'gcc'\n\n\n",
        "\xef\xbb\xbf[env]\n", "[env]\nA = '''\n[env] # lambda-cc\nCC_t = 'x' # lambda-cc\n'''\n"}) {
    EXPECT_NE(added(text), text.str());
    EXPECT_EQ(removed(added(text)), text.str()) << text.str();
  }
  // Keys that a person has added to a table of ours.
  EXPECT_EQ(removed("[env] # lambda-cc\n" + cc + "A = 'b'\n"), "[env]\nA = 'b'\n");
  // Edited lines.
  std::string edited = "[env]\nCC_x86_64_unknown_linux_musl = 'gcc' # lambda-cc\n";
  EXPECT_EQ(removed(edited), edited);
}

TEST(CargoConfig, RecordsWhatItCreated) {
  llvm::Expected<ConfigChange> change = addToCargoConfig("c", "", wanted(), Created::FileAndFolder);
  ASSERT_TRUE(bool(change));
  llvm::Expected<ConfigChange> undone = removeFromCargoConfig("c", change->text, targets());
  ASSERT_TRUE(bool(undone));
  EXPECT_EQ(undone->text, "");
  EXPECT_EQ(undone->created, Created::FileAndFolder);
  undone = removeFromCargoConfig("c", change->text + "A = 'b'\n", targets());
  ASSERT_TRUE(bool(undone));
  EXPECT_EQ(undone->text, "\n[env]\nA = 'b'\n");
  EXPECT_EQ(undone->created, Created::Nothing);
}

TEST(CargoConfig, WhatTakesNoLines) {
  for (StringRef text : {"env = {}", "env = 1", "[[env]]", "target = 'x'", "env.A = 'b'",
                         "target.x86_64-unknown-linux-musl.x = 1\n"})
    EXPECT_EQ(added(text), "error: 'c' can't be added to") << text.str();
}

TEST(CargoConfig, KeepsAndReportsExistingValues) {
  llvm::Expected<ConfigChange> change =
      addToCargoConfig("c", "[env]\nCC_x86_64_unknown_linux_musl = 'gcc'\n", wanted());
  ASSERT_TRUE(bool(change));
  ASSERT_EQ(change->kept.size(), 1u);
  EXPECT_EQ(change->kept[0].set.value, "gcc");
  EXPECT_EQ(change->kept[0].set.line, 2u);
}

TEST(Environment, PathHasTheFolderOnce) {
  EXPECT_EQ(withFirst("/d", ""), "/d");
  EXPECT_EQ(withFirst("/d", "/a:/b"), "/d:/a:/b");
  EXPECT_EQ(withFirst("/d", "/a:/d:/b:/d"), "/d:/a:/b");
  EXPECT_EQ(withFirst("C:\\d", "C:\\a;C:\\d;;D:\\b", ';'), "C:\\d;C:\\a;;D:\\b");
  EXPECT_EQ(withFirst("/d", "/a::/b"), "/d:/a::/b"); // an empty element is the working directory, and stays
}
