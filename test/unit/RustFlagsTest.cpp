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

TEST(RustFlags, EncodedFlagsFirst) {
  RustCpu cpu = parseRustFlags("-C\x1ftarget-cpu=a", "-C target-cpu=b");
  EXPECT_EQ(cpu.name, "a");
  EXPECT_EQ(cpu.variable, "RUSTFLAGS or cargo's config");
  EXPECT_EQ(parseRustFlags("", "-C target-cpu=b").variable, "RUSTFLAGS");
}

// CARGO_ENCODED_RUSTFLAGS exists so that an argument can contain spaces.
TEST(RustFlags, SpacesInEncodedFlags) {
  EXPECT_EQ(parseRustFlags("--cfg\x1fx=\"-C target-cpu=a\"", "").name, "");
}

TEST(RustFlags, FeaturesInOrder) {
  RustCpu cpu = parseRustFlags("", "-C target-feature=+a,-b -Ctarget-feature=+c,,d -C");
  EXPECT_EQ(cpu.features, (Words{"+a", "-b", "+c"}));
  EXPECT_EQ(cpu.name, "");
}

TEST(RustFlags, NoFlagsNoCpu) {
  EXPECT_EQ(parseRustFlags("", "-C opt-level=3 -g").name, "");
  EXPECT_TRUE(parseRustFlags("", "").features.empty());
}

static std::string linkerOf(llvm::StringRef flags) {
  std::string last;
  for (const CodegenOption &option : codegenOptions(splitRustFlags(flags)))
    if (option.name == "linker")
      last = option.value;
  return last;
}

TEST(RustFlags, LinkerAsRustcReadsIt) {
  for (llvm::StringRef flags :
       {"-C linker=x", "-Clinker=x", "--codegen linker=x", "--codegen=linker=x", "-gC linker=x",
        "-gOClinker=x", "-C linker=y -g -Clinker=x", "-Clink-arg=-s -C linker=x", "-L -C -C linker=x",
        "--cfg --codegen -Clinker=x"})
    EXPECT_EQ(linkerOf(flags), "x") << flags.str();
}

TEST(RustFlags, NoLinkerInOtherValues) {
  for (llvm::StringRef flags :
       {"-Clink-arg=-Wl,--dynamic-linker=/x", "-C link-arg=-Wl,--dynamic-linker=/x", "-C link-args=linker=x",
        "--cfg linker=x", "--cfg -Clinker=x", "-L linker=x", "-o -Clinker=x", "-Llinker=x", "-- -Clinker=x",
        "-Clinker-flavor=gnu-cc", "-Cxlinker=1", "linker=x", "-C", "--codegen", "-LC linker=x",
        "--codegenlinker=x"})
    EXPECT_EQ(linkerOf(flags), "") << flags.str();
}

TEST(RustFlags, DashesAndUnderscores) {
  std::vector<CodegenOption> options =
      codegenOptions(splitRustFlags("-C link_arg=-x_y -Cforce_frame_pointers"));
  ASSERT_EQ(options.size(), 2u);
  EXPECT_EQ(options[0].name, "link-arg");
  EXPECT_EQ(options[0].value, "-x_y");
  EXPECT_EQ(options[1].name, "force-frame-pointers");
  options = codegenOptions(splitRustFlags("-C\x1flink-args=-a -b\x1f-Clto", unitSeparator));
  ASSERT_EQ(options.size(), 2u);
  EXPECT_EQ(options[0].value, "-a -b");
  EXPECT_EQ(options[1].name, "lto");
  EXPECT_EQ(options[1].value, "");
}
