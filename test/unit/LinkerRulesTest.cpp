#include "LinkerRules.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

namespace {
// What each linker gets: "=" is the argument as written, "" nothing.
struct Row {
  std::vector<StringRef> words;
  const char *lld, *mold, *gnu;
};
} // namespace

static std::string given(const Row &row, LinkerKind linker) {
  LdInvocation ld = parseLd(row.words);
  if (ld.args.size() != 1)
    return "not one argument";
  LinkerDecision decision = decideForLinker(
      ld.args[0], {*findTarget("aarch64-unknown-linux-musl"), linker, /*isStatic=*/false, "/s"});
  return decision.why.empty() ? "=" : llvm::join(decision.args, " ");
}

// Each row of the table, for each linker. real/linker-options-accepted links with them.
TEST(LinkerRules, EachForEachLinker) {
  const Row rows[] = {
      {{"-flavor", "gnu"}, "", "", ""},
      {{"--require-defined=f"}, "--undefined=f", "=", "="},
      {{"--Ttext-segment=0x200000"}, "--image-base=0x200000", "--image-base=0x200000", "="},
      {{"-I", "/lib/ld.so"}, "--dynamic-linker=/lib/ld.so", "=", "="},
      {{"-i"}, "-r", "-r", "="},
      {{"-Ur"}, "-r", "-r", "="},
      {{"--call_shared"}, "=", "-Bdynamic", "="},
      {{"--non_shared"}, "=", "-Bstatic", "="},
      {{"-t"}, "=", "--trace", "="},
      {{"--ld-generated-unwind-info"}, "", "", "="},
      {{"--add-needed"}, "", "", "="},
      {{"--accept-unknown-input-arch"}, "", "", "="},
      {{"--no-warn-execstack"}, "", "=", "="},
      {{"--error-execstack"}, "", "", ""},
      {{"--error-rwx-segments"}, "", "", ""},
      {{"--warn-rwx-segments"}, "", "", "="},
      {{"--Bgroup"}, "", "", "="},
      {{"--disable-multiple-abs-defs"}, "", "", "="},
      {{"--gc-keep-exported"}, "", "", "="},
      {{"--reduce-memory-overheads"}, "", "", "="},
      {{"--split-by-file"}, "", "", "="},
      {{"--traditional-format"}, "", "", "="},
      {{"--ctf-variables"}, "", "", "="},
      {{"--spare-dynamic-tags="}, "", "=", "="},
      {{"-Y", "a"}, "", "", "="},
      {{"-dp"}, "", "=", "="},
      {{"--warn-alternate-em"}, "", "", "="},
      {{"--warn-constructors"}, "", "=", "="},
      {{"--warn-multiple-gp"}, "", "", "="},
      {{"--warn-section-align"}, "", "", "="},
      {{"--warn-textrel"}, "", "=", "="},
      {{"--no-warn-search-mismatch"}, "", "", "="},
      {{"-z", "unique-symbol"}, "", "", "="},
      {{"-z", "ibt"}, "", "=", "="},
      {{"-z", "ibtplt"}, "", "", "="},
      {{"-z", "indirect-extern-access"}, "", "", "="},
      {{"-w"}, "=", "", "="},
      {{"-d"}, "=", "", "="},
      {{"-g"}, "=", "", "="},
      {{"-G", "8"}, "=", "", "="},
      {{"--cref"}, "=", "", "="},
      {{"--orphan-handling=warn"}, "=", "", "="},
      {{"--print-memory-usage"}, "=", "", "="},
      {{"--check-sections"}, "=", "", "="},
      {{"--force-group-allocation"}, "=", "", "="},
      {{"--no-warn-mismatch"}, "=", "", "="},
      {{"--no-toc-optimize"}, "=", "", ""},
      {{"-z", "nostart-stop-gc"}, "=", "", "="},
      {{"-z", "start-stop-gc"}, "=", "", "="},
      {{"-z", "global"}, "=", "", "="},
      {{"-z", "rodynamic"}, "=", "", ""},
      {{"-z", "nognustack"}, "=", "", ""},
      {{"-z", "wxneeded"}, "=", "", ""},
      {{"--rosegment"}, "=", "=", "-zseparate-code"},
      {{"--no-rosegment"}, "=", "=", "-znoseparate-code"},
      {{"--image-base=0x200000"}, "=", "=", "-Ttext-segment=0x200000"},
      {{"--pack-dyn-relocs=relr"}, "=", "=", "-zpack-relative-relocs"},
      {{"--pack-dyn-relocs=none"}, "=", "=", ""},
      {{"--build-id=fast"}, "=", "--build-id", "--build-id"},
      {{"--Bsymbolic-non-weak-functions"}, "=", "-Bsymbolic-functions", "-Bsymbolic-functions"},
      {{"--call-graph-profile-sort"}, "=", "", ""},
      {{"--fortran-common"}, "=", "", ""},
      {{"--mmap-output-file"}, "=", "", ""},
      {{"--color-diagnostics=always"}, "=", "=", ""},
      {{"--gdb-index"}, "=", "=", ""},
      {{"--icf=all"}, "=", "=", ""},
      {{"--lto-O2"}, "=", "=", ""},
      {{"--thinlto-jobs=2"}, "=", "=", ""},
      {{"--plugin=p.so"}, "=", "=", ""},
      {{"--plugin-opt=O2"}, "=", "=", ""},
      {{"--threads=2"}, "=", "=", ""},
      {{"--fix-cortex-a53-835769"}, "", "=", "="},
      {{"-z", "now"}, "=", "=", "="},
      {{"--build-id=sha1"}, "=", "=", "="},
      {{"--gc-sections"}, "=", "=", "="},
  };
  for (const Row &row : rows) {
    std::string words = llvm::join(row.words, " ");
    EXPECT_EQ(given(row, LinkerKind::Lld), row.lld) << words;
    EXPECT_EQ(given(row, LinkerKind::Mold), row.mold) << words;
    EXPECT_EQ(given(row, LinkerKind::Gnu), row.gnu) << words;
    EXPECT_EQ(given(row, LinkerKind::Other), "=") << words;
  }
}
