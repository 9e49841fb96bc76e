#include "Plan.h"
#include "LinkPieces.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

namespace {
struct PlanOf : testing::Test {
  llvm::BumpPtrAllocator memory;
  llvm::StringSaver saver{memory};

  static Toolchain toolchain() {
    Toolchain found;
    found.bin = "/p/bin";
    found.sysroot = "/s";
    found.lib = found.libc = "/s/lib";
    found.clang = {"/usr/bin/clang"};
    found.linker = {"/usr/bin/ld.lld"};
    found.ownLd = "/p/bin/x86_64-unknown-linux-musl-ld";
    return found;
  }

  CcInvocation cc(std::vector<const char *> args) {
    CcInvocation invocation = parseCc(args, /*cxx=*/false, saver);
    invocation.tool = "musl-gcc";
    return invocation;
  }

  llvm::Expected<Plan> plan(std::vector<const char *> args) {
    return planCc(cc(std::move(args)), *findTarget("x86_64-unknown-linux-musl"), toolchain(), RustCpu());
  }

  std::string command(std::vector<const char *> args) {
    llvm::Expected<Plan> made = plan(std::move(args));
    return made ? llvm::join(made->command.argv(), " ") : toString(made.takeError());
  }
};
} // namespace

// The program that a call execs. A link of objects needs only the linker.
TEST_F(PlanOf, ProgramByInputs) {
  struct {
    std::vector<const char *> args;
    const char *program;
    bool links;
  } rows[] = {
      {{"-c", "a.c"}, "/usr/bin/clang", false},
      {{"a.c"}, "/usr/bin/clang", false},
      {{"a.o"}, "/usr/bin/ld.lld", true},
      {{"a.o", "-O2", "-g"}, "/usr/bin/ld.lld", true},
      {{"-flto", "a.o"}, "/usr/bin/clang", false},
      {{"-v", "a.o"}, "/usr/bin/clang", false},
      {{"a.o", "b.c"}, "/usr/bin/clang", false},
      {{"-r", "a.o"}, "/usr/bin/ld.lld", true},
      {{"-shared", "a.o", "-s"}, "/usr/bin/ld.lld", true},
  };
  for (const auto &row : rows) {
    llvm::Expected<Plan> made = plan(row.args);
    ASSERT_TRUE(bool(made));
    EXPECT_EQ(made->command.program.path, row.program) << row.args[0];
    EXPECT_EQ(made->link.has_value(), row.links) << row.args[0];
  }
}

// The position of the output in the command is known, so that the link can first write to another path.
TEST_F(PlanOf, OutputIsNamedOnce) {
  struct {
    std::vector<const char *> args;
    std::string output, named;
  } rows[] = {
      {{"a.o"}, "a.out", ""},
      {{"a.o", "-o", "p"}, "p", "-o p"},
      {{"-op", "a.o"}, "p", "-op"},
      {{"a.o", "-o", "q", "-Wl,-o,p"}, "p", "-o p"},
      {{"a.o", "-Wl,--output=p"}, "p", "--output=p"},
      {{"a.o", "-Xlinker", "-o", "-Xlinker", "p"}, "p", "-o p"},
  };
  for (const auto &row : rows) {
    llvm::Expected<Plan> made = plan(row.args);
    ASSERT_TRUE(made && made->link);
    EXPECT_EQ(made->link->output, row.output);
    llvm::ArrayRef<std::string> args = made->command.args;
    EXPECT_EQ(llvm::join(args.slice(made->link->outputAt, made->link->outputArgs), " "), row.named);
  }
}

// Both routes to the linker pass the same arguments, each part in the caller's order.
TEST_F(PlanOf, RoutesAgree) {
  std::vector<const char *> options = {
      "-Wl,--push-state", "-L",  "x",       "-Wl,-Bstatic", "-lfoo", "-Wl,--pop-state",
      "-Wl,-z",           "a.o", "-Wl,now", "-rdynamic",    "b.o"};
  std::vector<const char *> source = {"-nostdlib", "a.c"}, objects = {"-nostdlib", "c.o"};
  source.insert(source.end(), options.begin(), options.end());
  objects.insert(objects.end(), options.begin(), options.end());
  std::string driver = command(source), direct = command(objects);
  for (size_t at; (at = driver.find(" -Xlinker")) != std::string::npos;)
    driver.erase(at, strlen(" -Xlinker"));
  StringRef shared = "--push-state -L x -Bstatic -lfoo --pop-state -z a.o now --export-dynamic b.o";
  EXPECT_TRUE(StringRef(driver).contains(shared)) << driver;
  EXPECT_TRUE(StringRef(direct).contains(shared)) << direct;
}

TEST_F(PlanOf, NeedsByArguments) {
  EXPECT_FALSE(needsOf(cc({"-c", "a.c"})).linker);
  EXPECT_TRUE(needsOf(cc({"-c", "a.c"})).cache);
  EXPECT_FALSE(needsOf(cc({"a.o"})).compiler);
  EXPECT_EQ(needsOf(cc({"a.o", "-fuse-ld=mold"})).linkerName, "mold");
  EXPECT_EQ(needsOf(cc({"a.o", "-fuse-ld=mold", "--ld-path=/x/wild"})).linkerName, "/x/wild");
  EXPECT_TRUE(needsOf(cc({"a.o", "-Wl,-plugin-opt=O2"})).rustBitcode);
  EXPECT_EQ(needsOf(parseLd({"a.o", "--lambda-cc-linker=/x/ld.lld"})).linkerName, "/x/ld.lld");
}

TEST_F(PlanOf, KindByOptions) {
  struct {
    std::vector<const char *> args;
    OutputKind musl, gnu;
  } rows[] = {
      {{"a.o"}, OutputKind::StaticPie, OutputKind::Pie},
      {{"-no-pie", "a.o"}, OutputKind::Static, OutputKind::Fixed},
      {{"-pie", "-no-pie", "a.o"}, OutputKind::Static, OutputKind::Fixed},
      {{"-no-pie", "-pie", "a.o"}, OutputKind::StaticPie, OutputKind::Pie},
      {{"-static", "-pie", "a.o"}, OutputKind::Static, OutputKind::Static},
      {{"-static-pie", "a.o"}, OutputKind::StaticPie, OutputKind::StaticPie},
      {{"-shared", "-static", "a.o"}, OutputKind::Shared, OutputKind::Shared},
      {{"-r", "-shared", "a.o"}, OutputKind::Relocatable, OutputKind::Relocatable},
  };
  for (const auto &row : rows) {
    EXPECT_EQ(outputKind(cc(row.args), *findTarget("x86_64-unknown-linux-musl")), row.musl) << row.args[0];
    EXPECT_EQ(outputKind(cc(row.args), *findTarget("x86_64-unknown-linux-gnu")), row.gnu) << row.args[0];
  }
}
