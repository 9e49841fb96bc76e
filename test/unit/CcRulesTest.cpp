#include "CcRules.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

// What each option is for the tool x86_64-unknown-linux-musl-gcc: dropped, refused or passed as written.
TEST(CcRules, EachOption) {
  const struct {
    std::vector<const char *> words;
    Action action;
  } rows[] = {
      {{"-###"}, Action::Ours},
      {{"--target=x86_64-unknown-linux-musl"}, Action::Drop},
      {{"--target=aarch64-unknown-linux-musl"}, Action::Refuse},
      {{"-target", "x86_64-unknown-linux-musl"}, Action::Drop},
      {{"-target", "aarch64-unknown-linux-musl"}, Action::Refuse},
      {{"-m32"}, Action::Refuse},
      {{"-mx32"}, Action::Refuse},
      {{"-m16"}, Action::Refuse},
      {{"-mbig-endian"}, Action::Refuse},
      {{"-m64"}, Action::Pass},
      {{"--sysroot=/"}, Action::Drop},
      {{"-isysroot", "/"}, Action::Drop},
      {{"-resource-dir", "/r"}, Action::Drop},
      {{"-resource-dir=/r"}, Action::Drop},
      {{"--gcc-toolchain=/usr"}, Action::Drop},
      {{"--gcc-install-dir=/usr"}, Action::Drop},
      {{"--gcc-triple=x86_64-linux-gnu"}, Action::Drop},
      {{"-stdlib=libstdc++"}, Action::Drop},
      {{"-rtlib=libgcc"}, Action::Drop},
      {{"-unwindlib=libgcc"}, Action::Drop},
      {{"-static-libgcc"}, Action::Drop},
      {{"-shared-libgcc"}, Action::Drop},
      {{"-static-libstdc++"}, Action::Drop},
      {{"-fuse-ld=lld"}, Action::Drop},
      {{"--ld-path=/usr/bin/ld"}, Action::Drop},
      {{"-B/usr/bin"}, Action::Drop},
      {{"-I/usr/include"}, Action::Drop},
      {{"-I/home/include"}, Action::Pass},
      {{"-isystem", "/usr/include"}, Action::Drop},
      {{"-isystem", "/home/include"}, Action::Pass},
      {{"-iquote", "/usr/include"}, Action::Drop},
      {{"-cxx-isystem", "/usr/include"}, Action::Drop},
      {{"-stdlib++-isystem", "/usr/include"}, Action::Drop},
      {{"-isystem-after", "/usr/include"}, Action::Drop},
      {{"-idirafter", "/usr/include"}, Action::Drop},
      {{"-O2"}, Action::Pass},
      {{"-fno-such-option-yet"}, Action::Pass},
  };
  const Target &target = *findTarget("x86_64-unknown-linux-musl");
  for (const auto &row : rows) {
    llvm::BumpPtrAllocator memory;
    llvm::StringSaver saver{memory};
    CcInvocation cc = parseCc(row.words, /*cxx=*/false, saver);
    ASSERT_EQ(cc.args.size(), 1u) << row.words[0];
    Decision decision = decide(cc.args[0], target);
    EXPECT_EQ(decision.action, row.action) << row.words[0];
    if (row.action == Action::Drop || row.action == Action::Refuse)
      EXPECT_FALSE(decision.why.empty()) << row.words[0];
  }
}

// -static-libgcc and -shared-libgcc choose the unwinder of a program for glibc.
TEST(CcRules, UnwinderHasTwoReasons) {
  llvm::BumpPtrAllocator memory;
  llvm::StringSaver saver{memory};
  for (const char *word : {"-static-libgcc", "-shared-libgcc"}) {
    CcInvocation cc = parseCc({word}, /*cxx=*/false, saver);
    StringRef musl = decide(cc.args[0], *findTarget("x86_64-unknown-linux-musl")).why;
    StringRef glibc = decide(cc.args[0], *findTarget("x86_64-unknown-linux-gnu")).why;
    EXPECT_NE(musl, glibc) << word;
  }
}
