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
// has none of EC2's newer ones, m8i, m8a and m9g. Which families of these: InstanceType in the model of EC2's
// API, botocore 1.44.8. Which CPU: the source of the row. The Intel CPUs of the fifth generation are Skylake
// and Cascade Lake, the AMD ones Zen and Zen 2.
// clang-format off
static constexpr Instances table[] = {
    {"5",  "c5 c5d c5n m5 m5d m5dn m5n m5zn r5 r5b r5d r5dn r5n", {Triple::x86_64, "skylake-avx512"},
     Checked{"2026-11-28", "cloudinvent.co/?p=2894"}},
    {"5a", "c5a c5ad m5a m5ad r5a r5ad", {Triple::x86_64, "znver1"},
     Checked{"2026-11-28", "vantage.sh/blog/aws-ec2-processors-intel-vs-amd-vs-graviton-adoption"}},
    {"6a", "c6a m6a r6a", {Triple::x86_64, "znver3"},
     Checked{"2026-11-28", "aws/aws-sdk-js-v3, commit 57c38e8466cf"}},
    {"6i", "c6i c6id c6in m6i m6id m6idn m6in r6i r6id r6idn r6in", {Triple::x86_64, "icelake-server"},
     Checked{"2026-11-28", "aws/aws-sdk-js, commit 548bc57dcad2"}},
    {"7a", "c7a m7a r7a", {Triple::x86_64, "znver4"},
     Checked{"2026-11-28", "aws/aws-cdk#27823"}},
    {"7i", "c7i c7i-flex m7i m7i-flex r7i r7iz", {Triple::x86_64, "sapphirerapids"},
     Checked{"2026-11-28", "cloudinvent.co/?p=2894"}},
    {"6g", "c6g c6gd c6gn m6g m6gd r6g r6gd", {Triple::aarch64, "neoverse-n1"},
     Checked{"2026-11-28", "aws/aws-graviton-getting-started, README.md"}},
    {"7g", "c7g c7gd c7gn m7g m7gd r7g r7gd", {Triple::aarch64, "neoverse-v1"},
     Checked{"2026-11-28", "aws/aws-graviton-getting-started, README.md"}},
    {"8g", "c8g c8gb c8gd c8gn m8g m8gb m8gd m8gn r8g r8gb r8gd r8gn", {Triple::aarch64, "neoverse-v2"},
     Checked{"2026-11-28", "aws/aws-graviton-getting-started, README.md"}},
};

// All sizes that these families have, of the same source. Not each family has each.
static constexpr StringRef sizes[] = {
    "medium", "large", "xlarge", "2xlarge", "3xlarge", "4xlarge", "6xlarge", "8xlarge", "9xlarge", "12xlarge", "16xlarge",
    "18xlarge", "24xlarge", "32xlarge", "48xlarge", "metal", "metal-16xl", "metal-24xl", "metal-32xl", "metal-48xl",
};
// clang-format on

// Levels that several rows have in common.
static constexpr CpuFloor levels[] = {{Triple::x86_64, "x86-64-v3"}, {Triple::x86_64, "x86-64-v4"}};

llvm::ArrayRef<Instances> instances() { return table; }

static const Instances *rowOf(StringRef family) {
  const Instances *row = llvm::find_if(table, [&](const Instances &each) {
    return llvm::is_contained(llvm::split(each.families, ' '), family);
  });
  return row == std::end(table) ? nullptr : row;
}

std::optional<CpuFloor> floorOfInstances(StringRef name) {
  for (const CpuFloor &level : levels)
    if (level.cpu == name)
      return level;
  for (const Instances &row : table)
    if (row.floor.cpu == name)
      return row.floor;
  auto [family, size] = name.split('.');
  const Instances *row = rowOf(family);
  bool isFamily = family == name;
  return row && (isFamily || llvm::is_contained(sizes, size)) ? std::optional(row->floor) : std::nullopt;
}

StringRef familyOf(StringRef type) {
  StringRef family = type.split('.').first;
  return rowOf(family) ? family : "";
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
