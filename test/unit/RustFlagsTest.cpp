#include "RustFlags.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using Words = std::vector<std::string>;

TEST(RustFlags, EverySpellingOfCodegen) {
  for (llvm::StringRef flags :
       {"-C target-cpu=haswell", "-Ctarget-cpu=haswell", "--codegen target-cpu=haswell",
        "--codegen=target-cpu=haswell", "-C target_cpu=haswell", "-Ctarget-cpu=x -C target-cpu=haswell"})
    EXPECT_EQ(parseRustFlags("", flags).name, "haswell") << flags.str();
}

TEST(RustFlags, CargosOwnComesFirst) {
  RustCpu cpu = parseRustFlags("-C\x1ftarget-cpu=a", "-C target-cpu=b");
  EXPECT_EQ(cpu.name, "a");
  EXPECT_EQ(cpu.variable, "CARGO_ENCODED_RUSTFLAGS");
  EXPECT_EQ(parseRustFlags("", "-C target-cpu=b").variable, "RUSTFLAGS");
}

// CARGO_ENCODED_RUSTFLAGS is there so that a word may have a space.
TEST(RustFlags, SpacesInEncodedWords) {
  EXPECT_EQ(parseRustFlags("--cfg\x1fx=\"-C target-cpu=a\"", "").name, "");
}

TEST(RustFlags, FeaturesInOrder) {
  RustCpu cpu = parseRustFlags("", "-C target-feature=+a,-b -Ctarget-feature=+c,,d -C");
  EXPECT_EQ(cpu.features, (Words{"+a", "-b", "+c"}));
  EXPECT_EQ(cpu.name, "");
}

TEST(RustFlags, NothingSaysNothing) {
  EXPECT_EQ(parseRustFlags("", "-C opt-level=3 -g").name, "");
  EXPECT_TRUE(parseRustFlags("", "").features.empty());
}
