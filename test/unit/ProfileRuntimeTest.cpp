#include "ProfileRuntime.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

// What needs the runtime library, with the format that it writes: "llvm --coverage". "" for a call without.
static std::string needed(std::vector<const char *> words) {
  llvm::BumpPtrAllocator memory;
  llvm::StringSaver saver{memory};
  ProfileRuntime runtime = profileRuntime(parseCc(words, /*cxx=*/false, saver));
  return runtime.option.empty() ? "" : (runtime.ofLlvm ? "llvm " : "gcov ") + runtime.option;
}

TEST(ProfileRuntime, OfOptions) {
  for (const char *option :
       {"-fprofile-generate", "-fprofile-generate=d", "-fprofile-instr-generate",
        "-fprofile-instr-generate=f", "-fcs-profile-generate", "-fcs-profile-generate=d", "-fcreate-profile",
        "-forder-file-instrumentation", "-fprofile-generate-cold-function-coverage",
        "-fprofile-generate-cold-function-coverage=d"}) {
    EXPECT_EQ(needed({option, "a.o"}), std::string("llvm ") + option);
    EXPECT_EQ(needed({option, "--coverage", "a.o"}), std::string("llvm ") + option);
    EXPECT_EQ(needed({option, "-noprofilelib", "a.o"}), "") << option;
  }
  for (const char *option : {"--coverage", "-coverage", "-fprofile-arcs"}) {
    EXPECT_EQ(needed({option, "a.o"}), std::string("gcov ") + option);
    EXPECT_EQ(needed({option, "-noprofilelib", "a.o"}), "") << option;
  }
  for (const char *option : {"-fprofile-use", "-fprofile-use=f", "-fprofile-instr-use=f", "-ftest-coverage",
                             "-fcoverage-mapping", "-fprofile-update=atomic", "-fmemory-profile", "-pg"})
    EXPECT_EQ(needed({option, "a.o"}), "") << option;
}

// The last of an option and of its opposite counts, as in clang's compiles.
TEST(ProfileRuntime, OffAgain) {
  const char *rows[][2] = {{"-fprofile-generate", "-fno-profile-generate"},
                           {"-fprofile-generate=d", "-fno-profile-generate"},
                           {"-fcs-profile-generate", "-fno-profile-generate"},
                           {"-fcs-profile-generate=d", "-fno-profile-generate"},
                           {"-fprofile-instr-generate", "-fno-profile-instr-generate"},
                           {"-fprofile-instr-generate=f", "-fno-profile-instr-generate"},
                           {"-fprofile-arcs", "-fno-profile-arcs"}};
  for (const auto &[on, off] : rows) {
    EXPECT_EQ(needed({on, off, "a.o"}), "") << on;
    EXPECT_NE(needed({off, on, "a.o"}), "") << on;
    EXPECT_EQ(needed({on, off, "--coverage", "a.o"}), "gcov --coverage") << on;
  }
  EXPECT_EQ(needed({"-fprofile-instr-generate", "-fno-profile-generate", "a.o"}),
            "llvm -fprofile-instr-generate");
  EXPECT_EQ(needed({"--coverage", "-fno-profile-arcs", "a.o"}), "gcov --coverage");
}

TEST(ProfileRuntime, OfHost) {
  for (const char *file : {"/usr/lib/llvm-19/lib/clang/19/lib/linux/libclang_rt.profile-x86_64.a",
                           "/r/lib/linux/libclang_rt.profile-aarch64.a",
                           "/r/lib/aarch64-unknown-linux-musl/libclang_rt.profile.a",
                           "/r/lib/x86_64-pc-linux-gnu/libclang_rt.profile.a"})
    EXPECT_TRUE(isProfileRuntimeOfHost(file)) << file;
  for (const char *file :
       {"libclang_rt.profile.a", "/r/lib/libclang_rt.profile.a", "/r/linux/libclang_rt.profile.a",
        "/r/lib/linux/libclang_rt.builtins-x86_64.a", "/r/lib/linux/a.o", "a.o", ""})
    EXPECT_FALSE(isProfileRuntimeOfHost(file)) << file;
}
