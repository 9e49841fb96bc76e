// Checks of a deployed package, without a file system.
#include "Check.h"
#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

namespace {
struct File {
  const char *path;
  unsigned mode;
  const char *content;
  uint64_t size = 0; ///< the size that the package declares, if it is not the size of the content
};

class InMemory : public Package {
public:
  InMemory(std::vector<File> files, std::vector<std::string> specialFiles, uint64_t most)
      : contained(std::move(files)) {
    for (const File &file : contained)
      list.push_back({file.path, file.mode, file.size ? file.size : StringRef(file.content).size()});
    special = std::move(specialFiles);
    bound = most;
  }
  std::string start(size_t file) override { return contained[file].content; }
  llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> contents(size_t file) override {
    return llvm::MemoryBuffer::getMemBuffer(contained[file].content);
  }

private:
  std::vector<File> contained;
};
} // namespace

static std::string reported(std::vector<File> files, std::vector<std::string> specialFiles = {},
                            uint64_t most = UINT64_MAX, uint64_t layerSize = 0) {
  InMemory package(std::move(files), std::move(specialFiles), most);
  return inText(checkPackage("p", package, {/*machine=*/0, runtimes().vec(), {}, layerSize}));
}

static constexpr const char *ran = "ok: 'p:bootstrap' is a script of /bin/sh\n";
static constexpr File bootstrap = {"bootstrap", 0755, "#!/bin/sh\n"};

TEST(Package, HasItsBootstrapAtTheTop) {
  const std::string none =
      "error: 'p' has no 'bootstrap'\n>>> Lambda reports 'Couldn't find valid bootstrap(s)': "
      "it starts the file of that name at the top\n";
  EXPECT_EQ(reported({bootstrap}), ran);
  EXPECT_EQ(reported({}), none);
  EXPECT_EQ(reported({{"function", 0755, "text"}}), none + ">>> rename function\n");
  EXPECT_EQ(reported({{"a/bootstrap", 0755, "text"}}),
            none + ">>> there is a/bootstrap: pack what is in its folder, not the folder\n");
  EXPECT_EQ(reported({{"b/x", 0755, "text"}, {"c/x", 0755, "text"}}), none);
}

TEST(Package, IsALayer) {
  for (const char *path : {"lib/data", "bin/tool", "lib/a/b/c"})
    EXPECT_EQ(reported({{path, 0644, "text"}}), "") << path;
  EXPECT_EQ(reported({{"extensions/e", 0755, "#!/bin/bash\n"}}),
            "ok: 'p:extensions/e' is a script of /bin/bash\n");
  EXPECT_EQ(reported({{"bin/x", 0644, "text"}, {"extensions/sub/e", 0600, "text"}}),
            ""); // not started by Lambda
}

TEST(Package, IsReadByAnotherUser) {
  auto mode = [](unsigned mode) { return reported({{"bootstrap", mode, "#!/bin/sh\n"}}); };
  const std::string denied = ">>> Lambda reports 'permission denied': chmod ";
  const std::string notExecutable =
      "error: 'p:bootstrap' is not executable\n" + denied + "+x before it is packed\n";
  const std::string notReadable = "error: 'p:bootstrap' can't be read by all, and functions don't own it\n" +
                                  denied + "755 before it is packed\n";
  EXPECT_EQ(mode(0755), ran);
  EXPECT_EQ(mode(0555), ran);
  EXPECT_EQ(mode(0644), notExecutable);
  EXPECT_EQ(mode(0700), notReadable);
  EXPECT_EQ(mode(0744), notReadable);
  EXPECT_EQ(mode(0), notExecutable);
}

TEST(Package, HasScriptsThatStart) {
  struct {
    const char *content, *finding;
  } rows[] = {
      {"#!/bin/sh", "ok: 'p:bootstrap' is a script of /bin/sh\n"},
      {"#! \t /usr/bin/bash -e\n", "ok: 'p:bootstrap' is a script of /usr/bin/bash\n"},
      {"#!/usr/bin/env sh\n", "ok: 'p:bootstrap' is a script of sh\n"},
      {"#!/usr/bin/env -S bash -e\n", "ok: 'p:bootstrap' is a script of bash\n"},
      {"#!\n", "error: 'p:bootstrap' is a script of '', which an OS-only runtime does not have\n"
               ">>> bring that program, or use a runtime that has it\n"},
      {"#!/usr/bin/env\n",
       "error: 'p:bootstrap' is a script of '/usr/bin/env', which an OS-only runtime does not have\n"
       ">>> bring that program, or use a runtime that has it\n"},
      {"#!/bin/\x1b[2Jsh\n",
       "error: 'p:bootstrap' is a script of '/bin/\\x1b[2Jsh', which an OS-only runtime does not have\n"
       ">>> bring that program, or use a runtime that has it\n"},
      {"#!/bin/sh\r\n",
       "error: 'p:bootstrap' is a script with line ends of Windows\n"
       ">>> Lambda looks for '/bin/sh' with a carriage return at its end: use line ends of Unix\n"},
  };
  for (const auto &row : rows)
    EXPECT_EQ(reported({{"bootstrap", 0755, row.content}}), row.finding);
}

TEST(Package, HasABound) {
  constexpr uint64_t megabyte = 1 << 20;
  const std::string large =
      " bytes unpacked\n>>> Lambda reports 'Unzipped size must be smaller than 262144000 bytes'\n"
      ">>> strip the program, or deploy a container image\n";
  const std::string stops =
      ">>> up to there, its programs and libraries unpack to more than the 250 MB that Lambda "
      "takes of a function with its layers\n";
  EXPECT_EQ(reported({bootstrap, {"data", 0644, "text", 250 * megabyte - 11}}), ran);
  EXPECT_EQ(reported({bootstrap, {"data", 0644, "text", 250 * megabyte - 10}}),
            "error: 'p' is 262144000" + large + ran);
  EXPECT_EQ(reported({bootstrap, {"data", 0644, "text", 300 * megabyte}}, {}, largestPackage),
            "error: 'p' is 314572810" + large + ran);
  EXPECT_EQ(reported({bootstrap, {"data", 0644, "text", UINT64_MAX}}, {}, largestPackage),
            "error: 'p' is 18446744073709551615" + large + ran);
  EXPECT_EQ(reported({{"bootstrap", 0755, "#!/bin/sh\n", 251 * megabyte}}, {}, largestPackage),
            "error: 'p' is 263192576" + large + "error: 'p' is not checked from 'bootstrap' on\n" + stops);
  EXPECT_EQ(reported({bootstrap, {"extensions/e", 0755, "#!/bin/sh\n", 250 * megabyte}}, {}, largestPackage),
            "error: 'p' is 262144010" + large + ran + "error: 'p' is not checked from 'extensions/e' on\n" +
                stops);
}

TEST(Package, HasABoundWithItsLayers) {
  constexpr uint64_t megabyte = 1 << 20;
  File data = {"data", 0644, "text", 50 * megabyte - 10};
  EXPECT_EQ(reported({bootstrap, data}, {}, UINT64_MAX, 200 * megabyte), ran);
  EXPECT_EQ(reported({bootstrap, data}, {}, UINT64_MAX, 200 * megabyte + 1),
            "error: 'p' with its layers is 262144001 bytes unpacked\n"
            ">>> Lambda reports 'Function code combined with layers exceeds the maximum allowed size of "
            "262144000 bytes'\n>>> strip the program, or deploy a container image\n" +
                std::string(ran));
}

TEST(Package, IsUploaded) {
  EXPECT_FALSE(judgeUpload("p", 50 << 20));
  EXPECT_EQ(inText(*judgeUpload("p", (50 << 20) + 1)),
            "warning: 'p' has 52428801 bytes, and Lambda takes an upload of 52428800\n"
            ">>> copy it to S3, and deploy it from there\n");
}

TEST(Package, HasAPathOnce) {
  struct {
    std::vector<std::string> paths;
    const char *clashes;
  } rows[] = {
      {{}, ""},
      {{"lib/a", "lib-a", "lib.a", "libs", "lib/", "lib/"}, ""},
      {{"lib-a", "lib/a", "lib"}, "lib lib/a\n"},
      {{"lib", "lib/"}, "lib lib/\n"},
      {{"a", "a"}, "a a\n"},
      {{"a", "a/b", "a", "a/b/c"}, "a a/b\na/b a/b/c\n"},
  };
  for (const auto &row : rows) {
    std::string clashes;
    for (const Clash &clash : clashesOf(row.paths))
      clashes += clash.path + " " + clash.below + "\n";
    EXPECT_EQ(clashes, row.clashes);
  }
}

TEST(Package, HasNoSpecialFiles) {
  EXPECT_EQ(reported({bootstrap}, {"lib/fifo", "null"}),
            "error: 'p:lib/fifo' is not a regular file\n>>> a package can't hold it: remove it\n"
            "error: 'p:null' is not a regular file\n>>> a package can't hold it: remove it\n" +
                std::string(ran));
}
