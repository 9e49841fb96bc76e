#include "LinkRequest.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

static LinkRequest request(std::vector<StringRef> args) { return requestOf(parseLd(args)); }

// The last -o sets the output in ld.lld, mold and GNU ld. -output with one dash is -o utput.
TEST(LinkRequest, OutputIsTheLast) {
  struct {
    std::vector<StringRef> args;
    const char *output;
  } rows[] = {
      {{"a.o"}, "a.out"},
      {{"a.o", "-o", "p"}, "p"},
      {{"-op", "a.o"}, "p"},
      {{"-o", "q", "a.o", "--output=p"}, "p"},
      {{"--output", "q", "a.o", "-o", "p"}, "p"},
      {{"a.o", "-output"}, "utput"},
      {{"a.o", "-orphan-handling=warn"}, "rphan-handling=warn"},
      {{"a.o", "--orphan-handling=warn"}, "a.out"},
      {{"a.o", "-omagic"}, "magic"},
  };
  for (const auto &row : rows)
    EXPECT_EQ(request(row.args).output, row.output);
}

TEST(LinkRequest, ProductByOptions) {
  struct {
    std::vector<StringRef> args;
    Product product;
  } rows[] = {
      {{"a.o"}, Product::Image},
      {{"-shared", "a.o"}, Product::Image},
      {{"-lmain"}, Product::Image},
      {{"-v", "a.o"}, Product::Image},
      {{"--verbose", "a.o"}, Product::Image},
      {{"--version-script=v.map", "a.o"}, Product::Image},
      {{"-r", "a.o"}, Product::Object},
      {{"--relocatable", "a.o"}, Product::Object},
      {{"-i", "a.o"}, Product::Object},
      {{"-Ur", "a.o"}, Product::Object},
      {{"--oformat=binary", "a.o"}, Product::Bytes},
      {{"--oformat", "binary", "-r", "a.o"}, Product::Bytes},
      {{"--lto-emit-asm", "a.o"}, Product::OfLto},
      {{"-plugin-opt=emit-llvm", "a.o"}, Product::OfLto},
      {{"--plugin-opt", "thinlto-index-only", "a.o"}, Product::OfLto},
      {{"--thinlto-index-only=x", "a.o"}, Product::OfLto},
      {{"-plugin-opt=mcpu=x86-64", "a.o"}, Product::Image},
      {{}, Product::Nothing},
      {{"-v"}, Product::Nothing},
      {{"-V"}, Product::Nothing},
      {{"--version", "a.o"}, Product::Nothing},
      {{"-version", "a.o"}, Product::Nothing},
      {{"--help", "a.o"}, Product::Nothing},
      {{"--print-sysroot", "a.o"}, Product::Nothing},
      {{"--print-output-format", "a.o"}, Product::Nothing},
  };
  for (const auto &row : rows)
    EXPECT_EQ(request(row.args).product, row.product) << llvm::join(row.args, " ");
}

TEST(LinkRequest, LibrariesAfterBstatic) {
  LinkRequest link = request({"-La", "-L", "/usr/lib", "-Bstatic", "-lone", "--push-state", "-Bdynamic", "-l",
                              "two", "--pop-state", "-lthree", "b.a", "--library=four"});
  EXPECT_EQ(link.folders, std::vector<std::string>{"a"});
  EXPECT_EQ(link.hostFolders, std::vector<std::string>{"/usr/lib"});
  EXPECT_EQ(link.inputs, std::vector<std::string>{"b.a"});
  std::string libraries;
  for (const LinkRequest::Library &library : link.libraries)
    libraries += library.name + (library.mayBeShared ? "+ " : "- ");
  EXPECT_EQ(libraries, "one- two+ three- four- ");
}

TEST(LinkRequest, OtherFacts) {
  LinkRequest link = request({"a.o", "-Map=m", "--dependency-file", "d", "-plugin-opt=mcpu=haswell",
                              "-plugin-opt=mcpu=znver4", "-b", "binary", "-dynamic-linker", "/lib/ld.so"});
  EXPECT_EQ(link.filesNamingOutput, (std::vector<std::string>{"m", "d"}));
  EXPECT_EQ(link.cpu, "haswell");
  EXPECT_TRUE(link.ltoInLinker);
  EXPECT_TRUE(link.hasBinaryInputs);
  EXPECT_EQ(link.loader, "/lib/ld.so");
}
