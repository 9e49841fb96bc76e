// Where Lambda's loader finds the libraries of a function and its layers, without a file system.
#include "Brought.h"
#include "llvm/BinaryFormat/ELF.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

// The first 64 bytes of an ELF file.
static std::string header(uint16_t machine, uint16_t type = llvm::ELF::ET_DYN, char width = 2) {
  std::string start("\177ELF\2\1\1", 7);
  start.resize(64);
  start[4] = width;
  start[16] = static_cast<char>(type);
  start[18] = static_cast<char>(machine);
  return start;
}

static const std::string x86 = header(llvm::ELF::EM_X86_64), arm = header(llvm::ELF::EM_AARCH64);

namespace {
struct Row {
  Root root;
  const char *path;    // of the only file
  std::string start;   // its first bytes
  const char *folder;  // RUNPATH of the program
  const char *problem; // why it is not found; "" if it is
  const char *soname = "libx.so.1";
  const char *user = "/var/task/bootstrap";
};
} // namespace

TEST(Brought, IsFoundWhereTheLoaderLooks) {
  const char *inFunction = "'zip' is not where the loader looks: in a function that is lib/, and the top\n";
  const char *inLayer = "'zip' is not where the loader looks: in a layer that is lib/\n";
  const Row rows[] = {
      {Root::Function, "lib/libx.so.1", x86, "", ""},
      {Root::Function, "libx.so.1", x86, "", ""},
      {Root::Function, "lib/deep/libx.so.1", x86, "", inFunction},
      {Root::Function, "own/libx.so.1", x86, "", inFunction},
      {Root::Function, "own/libx.so.1", x86, "$ORIGIN/own", ""},
      {Root::Function, "own/libx.so.1", x86, "${ORIGIN}/lib/../own/", ""},
      {Root::Function, "own/libx.so.1", x86, "/var/task/own", ""},
      {Root::Function, "own/libx.so.1", x86, "/opt/own", inFunction},
      {Root::Function, "own/libx.so.1", x86, "own", inFunction},
      {Root::Layer, "lib/libx.so.1", x86, "", ""},
      {Root::Layer, "libx.so.1", x86, "", inLayer},
      {Root::Layer, "libx.so.1", x86, "/opt", ""},
      {Root::Layer, "own/libx.so.1", x86, "/opt/own", ""},
      {Root::Layer, "own/libx.so.1", x86, "$ORIGIN/../own", "", "libx.so.1", "/opt/bin/tool"},
      {Root::Function, "libx.so.1", x86, "", "", "./libx.so.1"},
      {Root::Function, "lib/libx.so.1", x86, "", "nothing", "./libx.so.1"},
      {Root::Function, "own/libx.so.1", x86, "", "", "/var/task/own/libx.so.1"},
      {Root::Layer, "lib/libx.so.1", x86, "", "", "/opt/lib/libx.so.1"},
      {Root::Function, "lib/libx.so.1", arm, "", "'zip' is for arm64, not for x86_64\n"},
      {Root::Function, "lib/libx.so.1", header(3, 3, 1), "", "'zip' is a 32-bit file\n"},
      {Root::Function, "lib/libx.so.1", header(62, 2), "", "'zip' is a program, not a shared library\n"},
      {Root::Function, "lib/libx.so.1", x86.substr(0, 63), "", "'zip' is cut off\n"},
      {Root::Function, "lib/libx.so.1", "INPUT(libx.so.1.2)\n", "", "'zip' is not an ELF file\n"},
      {Root::Function, "lib/libx.so.1", "", "", "'zip' is empty\n"},
      {Root::Function, "lib/libother.so", x86, "", "nothing"},
  };
  for (const Row &row : rows) {
    Brought brought;
    brought.add(row.root, row.path, row.start, "zip");
    std::vector<std::string> folders = {row.folder};
    Wanted wanted{row.soname, llvm::ELF::EM_X86_64, row.user, folders};
    std::string lines;
    for (const std::string &line : brought.whyNot(wanted))
      lines += line + "\n";
    EXPECT_EQ(brought.has(wanted), StringRef(row.problem).empty()) << row.path << " " << row.folder;
    EXPECT_EQ(lines, StringRef(row.problem) == "nothing" ? "" : row.problem) << row.path << " " << row.folder;
  }
}

// The loader skips what is for another machine.
TEST(Brought, IsOneOfSeveral) {
  Brought brought;
  brought.add(Root::Function, "lib/libx.so.1", arm, "zip");
  brought.add(Root::Layer, "lib/libx.so.1", x86, "layer");
  EXPECT_TRUE(brought.has({"libx.so.1", llvm::ELF::EM_X86_64, "/var/task/bootstrap", {}}));
  EXPECT_TRUE(brought.has({"libx.so.1", llvm::ELF::EM_AARCH64, "/var/task/bootstrap", {}}));
  EXPECT_FALSE(brought.has({"libx.so.2", llvm::ELF::EM_X86_64, "/var/task/bootstrap", {}}));
  brought.assume("libx.so.2");
  EXPECT_TRUE(brought.has({"libx.so.2", llvm::ELF::EM_X86_64, "/var/task/bootstrap", {}}));
}
