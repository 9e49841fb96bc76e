#include "Providers.h"
#include "Find.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gtest/gtest.h"

using namespace lambdacc;

namespace {
struct Providers : testing::Test {
  llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> fs{new llvm::vfs::InMemoryFileSystem};
  std::vector<std::string> path = {"/usr/bin", "/opt/bin"};

  void files(std::initializer_list<llvm::StringRef> names) {
    for (llvm::StringRef name : names)
      fs->addFile(name, 0, llvm::MemoryBuffer::getMemBuffer(""));
  }
  std::string clang() {
    llvm::Expected<Program> program = findClang({path, *fs}, "");
    return program ? llvm::join(program->prefix.empty()
                                    ? std::vector<std::string>{program->path}
                                    : std::vector<std::string>{program->path, program->prefix[0]},
                                " ")
                   : toString(program.takeError());
  }
  std::string linker(std::vector<llvm::StringRef> rustLibraries = {}, bool preferRust = false) {
    llvm::Expected<Program> program = findLinker({path, *fs}, "", rustLibraries, preferRust);
    return program ? program->argv0 + " " + program->path : toString(program.takeError());
  }
};
} // namespace

TEST_F(Providers, TheNewestClangOfPath) {
  EXPECT_EQ(clang(), "no clang to compile with");
  files({"/opt/bin/clang-17"});
  EXPECT_EQ(clang(), "/opt/bin/clang-17");
  files({"/usr/bin/clang-19"});
  EXPECT_EQ(clang(), "/usr/bin/clang-19");
  files({"/opt/bin/clang", "/opt/lib/clang/20/include/stddef.h"});
  EXPECT_EQ(clang(), "/opt/bin/clang");
  files({"/usr/bin/clang-22"});
  EXPECT_EQ(clang(), "/usr/bin/clang-22");
}

TEST_F(Providers, AClangThatIsTooOldIsNone) {
  files({"/opt/bin/clang", "/opt/lib/clang/14.0.6/include/stddef.h", "/usr/bin/clang-14"});
  EXPECT_EQ(clang(), "no clang to compile with");
  files({"/opt/bin/zig"});
  EXPECT_EQ(clang(), "/opt/bin/zig clang");
}

// Arch and Fedora have several clangs under one prefix; the headers of another version break in many ways.
TEST_F(Providers, HeadersOfTheClangThatIsRun) {
  auto resourceDir = [&](std::string clang) { return findResourceDir({clang, {}, ""}, *fs); };
  files({"/usr/lib/clang/19/include/stddef.h", "/usr/bin/clang", "/usr/bin/clang-19", "/usr/bin/clang-18"});
  EXPECT_EQ(resourceDir("/usr/bin/clang"), "/usr/lib/clang/19");
  EXPECT_EQ(resourceDir("/usr/bin/clang-18"), "");
  files({"/usr/lib/clang/18/include/stddef.h"});
  EXPECT_EQ(resourceDir("/usr/bin/clang-18"), "/usr/lib/clang/18");
  EXPECT_EQ(resourceDir("/usr/bin/clang-19"), "/usr/lib/clang/19");
  EXPECT_EQ(resourceDir("/usr/bin/clang"), "");
  files({"/llvm/lib64/clang/16.0.6/include/stddef.h", "/llvm/lib64/clang/16/include/stddef.h",
         "/llvm/bin/clang"});
  EXPECT_TRUE(llvm::StringRef(resourceDir("/llvm/bin/clang")).starts_with("/llvm/lib64/clang/16"));
  files({"/zig/zig", "/zig/lib/include/stddef.h"});
  EXPECT_EQ(resourceDir("/zig/zig"), "/zig/lib");
}

TEST_F(Providers, ZigOfPip) {
  files({"/opt/lib/python3.11/site-packages/ziglang/zig"});
  EXPECT_EQ(clang(), "/opt/lib/python3.11/site-packages/ziglang/zig clang");
}

TEST_F(Providers, LinkersInTheirOrder) {
  EXPECT_EQ(linker(), "no ld.lld to link with");
  files({"/r/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld"});
  // One executable that is four linkers: its name says which.
  EXPECT_EQ(linker({"/r/lib/rustlib"}), "ld.lld /r/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld");
  files({"/opt/bin/zig"});
  EXPECT_EQ(linker({"/r/lib/rustlib"}), "/opt/bin/zig /opt/bin/zig");
  files({"/usr/bin/ld.lld-18", "/opt/bin/ld.lld-19"});
  EXPECT_EQ(linker(), "/opt/bin/ld.lld-19 /opt/bin/ld.lld-19");
  files({"/opt/bin/ld.lld"});
  EXPECT_EQ(linker(), "/opt/bin/ld.lld /opt/bin/ld.lld");
}

TEST_F(Providers, TheRustOfAnInput) {
  EXPECT_EQ(
      rustLibraries({"a.o", "/r/lib/rustlib/t/lib/self-contained/crt1.o", "/r/lib/rustlib/t/lib/x.rlib"}),
      std::vector<llvm::StringRef>{"/r/lib/rustlib"});
}

// Debian has a plain llvm-ar and ld.lld of an old LLVM beside llvm-ar-19: they can't read the bitcode of
// clang-19.
TEST_F(Providers, TheNewestBinutilOfPath) {
  auto ar = [&] {
    llvm::Expected<Program> program = findBinutil({path, *fs}, "llvm-ar");
    return program ? program->path : toString(program.takeError());
  };
  files({"/usr/bin/llvm-ar-18"});
  EXPECT_EQ(ar(), "/usr/bin/llvm-ar-18");
  files({"/usr/lib/llvm-14/bin/llvm-ar"});
  path.insert(path.begin(), "/usr/lib/llvm-14/bin");
  EXPECT_EQ(ar(), "/usr/bin/llvm-ar-18");
  files({"/usr/local/bin/llvm-ar"});
  path.insert(path.begin(), "/usr/local/bin");
  EXPECT_EQ(ar(), "/usr/local/bin/llvm-ar"); // its path doesn't tell, so it is somebody's choice
}

TEST_F(Providers, WhoseCommandLineALinkerReads) {
  auto kind = [](std::string path) { return kindOf({path, {}, ""}); };
  EXPECT_EQ(kind("/usr/bin/ld.lld-19"), LinkerKind::Lld);
  EXPECT_EQ(kind("/r/bin/rust-lld"), LinkerKind::Lld);
  EXPECT_EQ(kind("/opt/zig"), LinkerKind::Lld);
  EXPECT_EQ(kind("/usr/bin/ld.mold"), LinkerKind::Mold);
  EXPECT_EQ(kind("/usr/bin/aarch64-linux-gnu-ld.bfd"), LinkerKind::Gnu);
  EXPECT_EQ(kind("/usr/bin/aarch64-linux-gnu-ld"), LinkerKind::Gnu);
  EXPECT_EQ(kind("/usr/bin/ld"), LinkerKind::Gnu);
  EXPECT_EQ(kind("/usr/bin/wild"), LinkerKind::Other);
}

TEST_F(Providers, RustsOwnLinkerForItsBitcode) {
  files({"/opt/bin/ld.lld-19", "/r/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld"});
  EXPECT_EQ(linker({"/r/lib/rustlib"}), "/opt/bin/ld.lld-19 /opt/bin/ld.lld-19");
  EXPECT_EQ(linker({"/r/lib/rustlib"}, true), "ld.lld /r/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld");
  EXPECT_EQ(linker({}, true), "/opt/bin/ld.lld-19 /opt/bin/ld.lld-19");
}
