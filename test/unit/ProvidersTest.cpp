#include "Providers.h"
#include "Bundled.h"
#include "Failure.h"
#include "Find.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gtest/gtest.h"
#include <unistd.h>

using namespace lambdacc;

namespace {
struct Providers : testing::Test {
  llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> fs{new llvm::vfs::InMemoryFileSystem};
  std::vector<std::string> path = {"/usr/bin", "/opt/bin"};

  void files(std::initializer_list<llvm::StringRef> names) {
    for (llvm::StringRef name : names)
      addFile(name, 0755);
  }
  // Its folders are created with it, with the same mode.
  void addFile(llvm::StringRef name, unsigned mode, std::optional<uint32_t> user = std::nullopt,
               std::optional<uint32_t> group = std::nullopt) {
    fs->addFile(name, 0, llvm::MemoryBuffer::getMemBuffer(""), user, group, std::nullopt,
                static_cast<llvm::sys::fs::perms>(mode));
  }
  static std::string commandOf(llvm::Expected<Program> program) {
    if (!program)
      return toString(program.takeError());
    program->prefix.insert(program->prefix.begin(), program->path);
    return llvm::join(program->prefix, " ");
  }
  System host = System::Linux;
  Places places() { return {.path = path, .fs = *fs, .executable = "", .tried = "", .host = host}; }
  std::string clang() { return commandOf(findClang(places(), "")); }
  std::string binutil(llvm::StringRef name) { return commandOf(findBinutil(places(), name)); }
  std::string linker(std::vector<llvm::StringRef> rustLibraries = {}, bool preferRust = false) {
    return commandOf(findLinker(places(), "", rustLibraries, preferRust));
  }
};
} // namespace

// The user chose the order of PATH. Version numbers decide only within a folder: Debian's /usr/bin has
// clang-14, clang-19, and a clang that is 14.
TEST_F(Providers, FirstFolderWithAClang) {
  EXPECT_EQ(clang(), "no clang to compile with");
  files({"/opt/bin/clang-30"});
  EXPECT_EQ(clang(), "/opt/bin/clang-30");
  files({"/usr/bin/clang-14", "/usr/bin/clang", "/usr/lib/clang/14.0.6/include/stddef.h"});
  EXPECT_EQ(clang(), "/opt/bin/clang-30");
  files({"/usr/bin/clang-17"});
  EXPECT_EQ(clang(), "/usr/bin/clang-17");
  files({"/usr/bin/clang-19"});
  EXPECT_EQ(clang(), "/usr/bin/clang-19");
}

TEST_F(Providers, PlainClangBesideNumberedOnes) {
  files({"/opt/bin/clang", "/opt/lib/clang/20/include/stddef.h", "/opt/bin/clang-19"});
  EXPECT_EQ(clang(), "/opt/bin/clang");
  files({"/opt/bin/clang-21"});
  EXPECT_EQ(clang(), "/opt/bin/clang-21");
  files({"/usr/bin/clang", "/usr/bin/clang-22"}); // of unknown version: chosen by the user
  EXPECT_EQ(clang(), "/usr/bin/clang");
}

// Where GCCs have their headers: Debian's own and its cross compiler, Fedora, a toolset of RHEL,
// crosstool-NG. A plain gcc shows its machine by that folder alone, beside which Debian has one for Windows.
TEST_F(Providers, GccByItsFolders) {
  const Target &x86 = *findTarget("x86_64-unknown-linux-musl"),
               &arm = *findTarget("aarch64-unknown-linux-gnu");
  auto gcc = [&](llvm::StringRef chosen, const Target &target) {
    llvm::Expected<std::optional<Gcc>> found = findGcc(places(), target, chosen);
    if (!found)
      return toString(found.takeError());
    return *found ? llvm::join_items(" ", (*found)->program.path, std::to_string((*found)->major),
                                     (*found)->include)
                  : std::string("none");
  };
  EXPECT_EQ(gcc("", x86), "none");
  EXPECT_EQ(gcc("off", x86), "none");
  EXPECT_EQ(gcc("auto", x86), "no GCC for x86_64, which LAMBDA_CC_GCC selects");

  files({"/usr/bin/aarch64-linux-gnu-gcc-12", "/usr/lib/gcc-cross/aarch64-linux-gnu/12/include/stddef.h",
         "/usr/bin/x86_64-linux-gnu-gcc-12", "/usr/lib/gcc/x86_64-linux-gnu/12/include/stddef.h",
         "/usr/lib/gcc/x86_64-linux-gnu/13/include/stddef.h",
         "/usr/lib/gcc/x86_64-w64-mingw32/12-posix/include/stddef.h"});
  EXPECT_EQ(gcc("aarch64-linux-gnu-gcc-12", arm),
            "/usr/bin/aarch64-linux-gnu-gcc-12 12 /usr/lib/gcc-cross/aarch64-linux-gnu/12/include");
  EXPECT_EQ(gcc("/usr/bin/x86_64-linux-gnu-gcc-12", x86),
            "/usr/bin/x86_64-linux-gnu-gcc-12 12 /usr/lib/gcc/x86_64-linux-gnu/12/include");

  files({"/f/bin/gcc", "/f/lib/gcc/x86_64-redhat-linux/14/include/stddef.h"});
  EXPECT_EQ(gcc("/f/bin/gcc", x86), "/f/bin/gcc 14 /f/lib/gcc/x86_64-redhat-linux/14/include");
  EXPECT_EQ(gcc("/f/bin/gcc", arm),
            "the GCC '/f/bin/gcc' compiles for x86_64-redhat-linux, and not for aarch64-linux");
  files({"/ct/bin/aarch64-unknown-linux-gnu-gcc",
         "/ct/lib/gcc/aarch64-unknown-linux-gnu/13.2.0/include/stddef.h"});
  path = {"/ct/bin"};
  EXPECT_EQ(gcc("auto", arm), "/ct/bin/aarch64-unknown-linux-gnu-gcc 13 "
                              "/ct/lib/gcc/aarch64-unknown-linux-gnu/13.2.0/include");
  files({"/x32/bin/x86_64-linux-gnux32-gcc", "/x32/lib/gcc/x86_64-linux-gnux32/12/include/stddef.h"});
  EXPECT_EQ(gcc("/x32/bin/x86_64-linux-gnux32-gcc", x86),
            "the GCC '/x32/bin/x86_64-linux-gnux32-gcc' compiles for x86_64-linux-gnux32, and not for "
            "x86_64-linux");
}

// Others must not be able to add a newer version. So numbered names are not searched in relative folders,
// which depend on the built project, or in folders that others can write to.
TEST_F(Providers, NoNumbersWhereOthersMayWrite) {
  uint32_t us = geteuid(), group = getegid();
  auto takes = [&](llvm::StringRef folder, unsigned mode, uint32_t user, uint32_t ofGroup) {
    fs = new llvm::vfs::InMemoryFileSystem;
    path = {folder.str()};
    addFile((folder + "/clang-19").str(), mode, user, ofGroup);
    bool numbered = clang() == (folder + "/clang-19").str();
    addFile((folder + "/clang").str(), mode, user, ofGroup);
    EXPECT_EQ(clang(), (folder + "/clang").str());
    return numbered;
  };
  EXPECT_TRUE(takes("/bin", 0755, 0, 0));
  EXPECT_TRUE(takes("/bin", 0775, 0, 0));
  EXPECT_TRUE(takes("/bin", 0775, us, group));
  EXPECT_TRUE(takes("/bin", 0755, 65534, 65534)); // owned by root, in a user namespace
  EXPECT_FALSE(takes("/bin", 0775, 0, group + 50));
  EXPECT_FALSE(takes("/bin", 0755, us + 1, group));
  EXPECT_FALSE(takes("/bin", 0777, us, group));
  EXPECT_FALSE(takes("/tmp", 01777, 0, 0));
  EXPECT_FALSE(takes("bin", 0755, us, group));
  EXPECT_FALSE(takes(".", 0755, us, group));
}

TEST_F(Providers, SameOrderForAllTools) {
  files({"/usr/bin/ld.lld-18", "/usr/bin/llvm-ar-18", "/opt/bin/ld.lld-19", "/opt/bin/llvm-ar-19"});
  EXPECT_EQ(linker(), "/usr/bin/ld.lld-18");
  EXPECT_EQ(commandOf(findBinutil({path, *fs}, "llvm-ar")), "/usr/bin/llvm-ar-18");
  addFile("/w/bin/ld.lld-19", 0777);
  addFile("/w/bin/llvm-ar-19", 0777);
  path.insert(path.begin(), "/w/bin");
  EXPECT_EQ(linker(), "/usr/bin/ld.lld-18");
  EXPECT_EQ(commandOf(findBinutil({path, *fs}, "llvm-ar")), "/usr/bin/llvm-ar-18");
}

TEST_F(Providers, SkipsOldClangs) {
  files({"/opt/bin/clang", "/opt/lib/clang/14.0.6/include/stddef.h", "/usr/bin/clang-14"});
  EXPECT_EQ(clang(), "no clang to compile with");
  files({"/opt/bin/zig"});
  EXPECT_EQ(clang(), "/opt/bin/zig clang");
}

// Arch and Fedora have several clangs under one prefix. The headers of another version break builds in many
// ways.
TEST_F(Providers, HeadersOfTheSameClang) {
  auto resourceDir = [&](std::string clang) { return findResourceDir({clang}, *fs); };
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
  files({"/opt/bin/python3", "/opt/lib/python3.11/site-packages/ziglang/zig"});
  EXPECT_EQ(clang(), "/opt/lib/python3.11/site-packages/ziglang/zig clang");
}

TEST_F(Providers, NoZigOfPipWhereOthersMayWrite) {
  files({"bin/python3", "lib/python3.11/site-packages/ziglang/zig", "/w/bin/python3"});
  addFile("/w/lib/python3.11/site-packages/ziglang/zig", 0777);
  for (llvm::StringRef folder : {"bin", ".", "/w/bin"}) {
    path = {folder.str()};
    EXPECT_EQ(clang(), "no clang to compile with");
    EXPECT_EQ(linker(), "no ld.lld to link with");
  }
}

TEST_F(Providers, OrderOfLinkers) {
  EXPECT_EQ(linker(), "no ld.lld to link with");
  files({"/r/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld"});
  // One executable with four linkers.
  EXPECT_EQ(linker({"/r/lib/rustlib"}), "/r/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld -flavor gnu");
  files({"/opt/bin/zig"});
  EXPECT_EQ(linker({"/r/lib/rustlib"}), "/opt/bin/zig ld.lld");
  files({"/opt/bin/ld.lld-18", "/opt/bin/ld.lld-19"});
  EXPECT_EQ(linker(), "/opt/bin/ld.lld-19");
  files({"/opt/bin/ld.lld"});
  EXPECT_EQ(linker(), "/opt/bin/ld.lld");
}

TEST_F(Providers, RustOfAnInput) {
  EXPECT_EQ(
      rustLibraries({"a.o", "/r/lib/rustlib/t/lib/self-contained/crt1.o", "/r/lib/rustlib/t/lib/x.rlib"}),
      std::vector<llvm::StringRef>{"/r/lib/rustlib"});
}

// Debian has a plain llvm-ar and ld.lld of an old LLVM beside llvm-ar-19. They cannot read bitcode of
// clang-19.
TEST_F(Providers, NewestBinutilOfPath) {
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
  EXPECT_EQ(ar(), "/usr/local/bin/llvm-ar"); // of unknown version: chosen by the user
}

TEST_F(Providers, KindOfLinker) {
  auto kind = [](std::string path) { return kindOf({path}); };
  EXPECT_EQ(kind("/usr/bin/ld.lld-19"), LinkerKind::Lld);
  EXPECT_EQ(kind("/r/bin/rust-lld"), LinkerKind::Lld);
  EXPECT_EQ(kind("/opt/zig"), LinkerKind::Lld);
  EXPECT_EQ(kind("/opt/lambda-cc/libexec/lambda-cc/llvm/bin/llvm"), LinkerKind::Lld);
  EXPECT_EQ(kind("/usr/bin/ld.mold"), LinkerKind::Mold);
  EXPECT_EQ(kind("/usr/bin/aarch64-linux-gnu-ld.bfd"), LinkerKind::Gnu);
  EXPECT_EQ(kind("/usr/bin/aarch64-linux-gnu-ld"), LinkerKind::Gnu);
  EXPECT_EQ(kind("/usr/bin/ld"), LinkerKind::Gnu);
  EXPECT_EQ(kind("/usr/bin/wild"), LinkerKind::Other);
}

// The version of LLVM's driver build is that of its clang's headers: a link fails for bitcode of a newer
// LLVM.
TEST_F(Providers, VersionOfDriverBuild) {
  files({"/l/bin/llvm", "/l/lib/clang/22/include/stddef.h", "/usr/lib/llvm-19/bin/ld.lld", "/opt/bin/zig"});
  EXPECT_EQ(llvmOf({"/l/bin/llvm", {"ld.lld"}}, *fs), 22u);
  EXPECT_EQ(llvmOf({"/usr/lib/llvm-19/bin/ld.lld"}, *fs), 19u);
  EXPECT_EQ(llvmOf({"/opt/bin/zig", {"ld.lld"}}, *fs), 0u);
}

// One stat, where no LLVM is installed beside the tools; then nothing else of PATH's order changes.
TEST_F(Providers, OwnLlvmBeforePath) {
  files({"/usr/bin/clang-19", "/usr/bin/ld.lld-19", "/usr/bin/llvm-ar-19", "/usr/bin/llvm-strings-19"});
  Places own = places();
  own.executable = "/p/bin/lambda-cc";
  EXPECT_EQ(commandOf(findClang(own, "")), "/usr/bin/clang-19");
  files({"/p/libexec/lambda-cc/llvm/bin/llvm", "/p/libexec/lambda-cc/llvm/lib/clang/22/include/stddef.h"});
  EXPECT_EQ(commandOf(findClang(own, "")), "the LLVM of this lambda-cc is incomplete");
  std::string madeOf =
      "bytes 0\nsysroots " + sysrootsDigest().str() + "\nfiles 2\nhost x86_64\nllvm 22.1.8\n";
  fs->addFile("/p/libexec/lambda-cc/llvm/made-of", 0, llvm::MemoryBuffer::getMemBuffer(madeOf));
  EXPECT_EQ(commandOf(findClang(own, "")), "/p/libexec/lambda-cc/llvm/bin/llvm clang");
  EXPECT_EQ(commandOf(findClang(own, "/usr/bin/clang-19")), "/usr/bin/clang-19");
  EXPECT_EQ(commandOf(findClangOnPath(own)), "/usr/bin/clang-19");
  EXPECT_EQ(commandOf(findLinker(own, "", {}, /*preferRust=*/true)),
            "/p/libexec/lambda-cc/llvm/bin/llvm ld.lld");
  EXPECT_EQ(commandOf(findBinutil(own, "llvm-ar")), "/p/libexec/lambda-cc/llvm/bin/llvm llvm-ar");
  EXPECT_EQ(commandOf(findBinutil(own, "llvm-strings")), "/usr/bin/llvm-strings-19");
}

TEST_F(Providers, RustLldForItsBitcode) {
  files({"/opt/bin/ld.lld-19", "/r/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld"});
  EXPECT_EQ(linker({"/r/lib/rustlib"}), "/opt/bin/ld.lld-19");
  EXPECT_EQ(linker({"/r/lib/rustlib"}, true),
            "/r/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld -flavor gnu");
  EXPECT_EQ(linker({}, true), "/opt/bin/ld.lld-19");
}

TEST_F(Providers, RustLldUnlessPathHasANewerLinker) {
  std::string rusts = "/r/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld -flavor gnu";
  files({"/opt/bin/ld.lld-19", "/r/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld",
         "/r/lib/librustc_driver-6108105cd7e839cf.so", "/r/lib/libLLVM.so.20.1-rust-1.90.0-stable"});
  EXPECT_EQ(linker({"/r/lib/rustlib"}), rusts);
  EXPECT_EQ(linker(), "/opt/bin/ld.lld-19");
  files({"/opt/bin/ld.lld-20"});
  EXPECT_EQ(linker({"/r/lib/rustlib"}), rusts);
  files({"/opt/bin/ld.lld-21"});
  EXPECT_EQ(linker({"/r/lib/rustlib"}), "/opt/bin/ld.lld-21");
  files({"/opt/bin/ld.lld"}); // of unknown version: chosen by the user
  EXPECT_EQ(linker({"/r/lib/rustlib"}), "/opt/bin/ld.lld");
}

// Rust 1.76 has another name for the library. A distribution's rust-lld is a link to its own lld.
TEST_F(Providers, VersionsOfRustLld) {
  files({"/opt/bin/ld.lld-17", "/s/lib/rustlib/host/bin/rust-lld", "/s/lib/libLLVM-17-rust-1.76.0-stable.so",
         "/t/lib/rustlib/host/bin/rust-lld", "/t/lib/libLLVM-16-rust-1.72.0-stable.so"});
  EXPECT_EQ(linker({"/s/lib/rustlib"}), "/s/lib/rustlib/host/bin/rust-lld -flavor gnu");
  EXPECT_EQ(linker({"/t/lib/rustlib"}), "/opt/bin/ld.lld-17");
}

//===- macOS ----------------------------------------------------------------===//

// /usr/bin/clang is a shim, which opens a dialog if the Command Line Tools are not installed. Apple's clang
// has version numbers of its own: its 17 is LLVM 19. Homebrew's llvm is not linked into /opt/homebrew/bin.
TEST_F(Providers, MacPassesOverApplesClang) {
  host = System::Mac;
  path = {"/usr/local/bin", "/usr/bin", "/Library/Developer/CommandLineTools/usr/bin"};
  files({"/usr/bin/clang", "/Library/Developer/CommandLineTools/usr/bin/clang",
         "/Library/Developer/CommandLineTools/usr/lib/clang/17/include/stddef.h", "/usr/bin/ar"});
  EXPECT_EQ(clang(), "no clang to compile with");
  EXPECT_EQ(binutil("llvm-ar"), "no llvm-ar to run");
  files({"/usr/local/bin/zig"});
  EXPECT_EQ(clang(), "/usr/local/bin/zig clang");
  EXPECT_EQ(binutil("llvm-ar"), "/usr/local/bin/zig ar");
  files({"/opt/homebrew/opt/llvm/bin/clang", "/opt/homebrew/opt/llvm/lib/clang/21/include/stddef.h",
         "/opt/homebrew/opt/llvm/bin/llvm-ar"});
  EXPECT_EQ(clang(), "/opt/homebrew/opt/llvm/bin/clang");
  EXPECT_EQ(binutil("llvm-ar"), "/opt/homebrew/opt/llvm/bin/llvm-ar");
}

TEST_F(Providers, MacReportsApplesClang) {
  host = System::Mac;
  path = {"/usr/bin"};
  files({"/usr/bin/clang"});
  std::vector<std::string> evidence;
  handleAllErrors(findClang(places(), "").takeError(),
                  [&](const Failure &failure) { evidence = failure.evidence; });
  ASSERT_EQ(evidence.size(), 4u);
  EXPECT_EQ(evidence[2], "/usr/bin/clang is not used: Apple's tools are not for Linux");
}

TEST_F(Providers, LinuxUsesClangOfUsrBin) {
  path = {"/usr/bin"};
  files({"/usr/bin/clang", "/opt/homebrew/opt/llvm/bin/ld.lld"});
  EXPECT_EQ(clang(), "/usr/bin/clang");
  EXPECT_EQ(linker(), "no ld.lld to link with");
}

// Homebrew has lld in a package of its own, on a Mac with Intel's CPU below /usr/local.
TEST_F(Providers, MacLinkers) {
  host = System::Mac;
  path = {"/usr/bin"};
  files({"/usr/bin/ld", "/r/lib/rustlib/aarch64-apple-darwin/bin/rust-lld"});
  EXPECT_EQ(linker(), "no ld.lld to link with");
  EXPECT_EQ(linker({"/r/lib/rustlib"}), "/r/lib/rustlib/aarch64-apple-darwin/bin/rust-lld -flavor gnu");
  files({"/usr/local/opt/lld/bin/ld.lld"});
  EXPECT_EQ(linker({"/r/lib/rustlib"}), "/usr/local/opt/lld/bin/ld.lld");
}

// pip of Apple's Python installs for one user into ~/Library/Python/3.9.
TEST_F(Providers, MacPipsZig) {
  host = System::Mac;
  path = {"/Users/me/Library/Python/3.9/bin"};
  files({"/Users/me/Library/Python/3.9/bin/python-zig",
         "/Users/me/Library/Python/3.9/lib/python/site-packages/ziglang/zig"});
  EXPECT_EQ(clang(), "/Users/me/Library/Python/3.9/lib/python/site-packages/ziglang/zig clang");
}

//===- Windows --------------------------------------------------------------===//

// A name on PATH is that of an .exe. LLVM's installer leaves PATH as it is.
TEST_F(Providers, WindowsProgramsEndInExe) {
  host = System::Windows;
  path = {"C:/a", "C:/b"};
  files({"C:/a/clang", "C:/a/ld.lld", "C:/b/clang-19.exe", "C:/b/ld.lld.exe"});
  EXPECT_EQ(clang(), "C:/b/clang-19.exe");
  EXPECT_EQ(linker(), "C:/b/ld.lld.exe");
  EXPECT_EQ(binutil("llvm-ar"), "no llvm-ar to run");
  files({"C:/Program Files/LLVM/bin/llvm-ar.exe"});
  EXPECT_EQ(binutil("llvm-ar"), "C:/Program Files/LLVM/bin/llvm-ar.exe");
}

// PATH has the folder of Python, its Scripts, or the Scripts of a virtual environment.
TEST_F(Providers, WindowsPipsZig) {
  struct {
    const char *path, *zig;
  } rows[] = {
      {"C:/Python312", "C:/Python312/Lib/site-packages/ziglang/zig.exe"},
      {"C:/Python312/Scripts", "C:/Python312/Lib/site-packages/ziglang/zig.exe"},
      {"C:/p/.venv/Scripts", "C:/p/.venv/Lib/site-packages/ziglang/zig.exe"},
      {"C:/u/Python/Python312/Scripts", "C:/u/Python/Python312/site-packages/ziglang/zig.exe"},
  };
  host = System::Windows;
  for (const auto &row : rows) {
    fs = new llvm::vfs::InMemoryFileSystem;
    path = {row.path};
    files({(row.path + std::string("/x.exe")), row.zig});
    EXPECT_EQ(clang(), row.zig + std::string(" clang"));
  }
}

// rustc.exe passes paths with both separators.
TEST_F(Providers, WindowsRustLibraries) {
  EXPECT_EQ(
      rustLibraries({"C:\\r\\lib\\rustlib\\t\\lib\\x.rlib", "C:\\r/lib/rustlib\\t/y.rlib"}, System::Windows),
      (std::vector<llvm::StringRef>{"C:\\r\\lib\\rustlib", "C:\\r/lib/rustlib"}));
  EXPECT_TRUE(rustLibraries({"C:\\r\\lib\\rustlib\\t\\lib\\x.rlib"}, System::Linux).empty());
}
