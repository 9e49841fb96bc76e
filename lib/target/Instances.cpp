#include "Instances.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;
using llvm::Triple;

namespace lambdacc {

// AWS has compute optimized, general purpose and memory optimized instances for Lambda.
static constexpr StringRef classes[] = {"c", "m", "r"};

// Which generations: AWS's list of families, as jajera/aws-lambda-managed-instance-walkthrough repeats it. It
// has none of EC2's newer ones, m8i, m8a and m9g. Which CPU: the source of the row. The Intel CPUs of the
// fifth generation are Skylake and Cascade Lake, the AMD ones Zen and Zen 2.
// clang-format off
static constexpr Instances table[] = {
    {"5",  "d n dn b zn", {Triple::x86_64, "skylake-avx512"},
     Checked{"2026-11-28", "cloudinvent.co/?p=2894"}},
    {"5a", "d",           {Triple::x86_64, "znver1"},
     Checked{"2026-11-28", "vantage.sh/blog/aws-ec2-processors-intel-vs-amd-vs-graviton-adoption"}},
    {"6a", "",            {Triple::x86_64, "znver3"},
     Checked{"2026-11-28", "aws/aws-sdk-js-v3, commit 57c38e8466cf"}},
    {"6i", "d n dn",      {Triple::x86_64, "icelake-server"},
     Checked{"2026-11-28", "aws/aws-sdk-js, commit 548bc57dcad2"}},
    {"7a", "",            {Triple::x86_64, "znver4"},
     Checked{"2026-11-28", "aws/aws-cdk#27823"}},
    {"7i", "z -flex",     {Triple::x86_64, "sapphirerapids"},
     Checked{"2026-11-28", "cloudinvent.co/?p=2894"}},
    {"6g", "d n",         {Triple::aarch64, "neoverse-n1"},
     Checked{"2026-11-28", "aws/aws-graviton-getting-started, README.md"}},
    {"7g", "d n",         {Triple::aarch64, "neoverse-v1"},
     Checked{"2026-11-28", "aws/aws-graviton-getting-started, README.md"}},
    {"8g", "d n b",       {Triple::aarch64, "neoverse-v2"},
     Checked{"2026-11-28", "aws/aws-graviton-getting-started, README.md"}},
};
// clang-format on

// Levels that several rows have in common.
static constexpr CpuFloor levels[] = {{Triple::x86_64, "x86-64-v3"}, {Triple::x86_64, "x86-64-v4"}};

llvm::ArrayRef<Instances> instances() { return table; }

static bool isVariant(StringRef rest, StringRef variants) {
  return rest.empty() || llvm::is_contained(llvm::split(variants, ' '), rest);
}

std::optional<CpuFloor> floorOfInstances(StringRef name) {
  for (const CpuFloor &level : levels)
    if (level.cpu == name)
      return level;
  StringRef family = name.split('.').first;
  bool hasClass = llvm::any_of(classes, [&](StringRef each) { return family.consume_front(each); });
  for (const Instances &row : table) {
    StringRef rest = family;
    if (row.floor.cpu == name ||
        (hasClass && rest.consume_front(row.generation) && isVariant(rest, row.variants)))
      return row.floor;
  }
  return std::nullopt;
}

std::string familyNames() {
  std::vector<std::string> names;
  for (const Instances &row : table)
    names.push_back((classes[0] + row.generation).str());
  return text("{}, and the same with {} and {}", {joinWithAnd(names), classes[1], classes[2]});
}

std::vector<std::string> instanceCpus() {
  std::vector<std::string> names;
  for (const CpuFloor &level : levels)
    names.push_back(level.cpu.str());
  for (const Instances &row : table)
    names.push_back(row.floor.cpu.str());
  return names;
}

} // namespace lambdacc
