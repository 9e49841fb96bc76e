//===- Instances.h - The CPUs of Lambda Managed Instances -----------------===//
//
// Lambda Managed Instances run functions on EC2 instances that the user chooses, and so with a CPU that is
// known (docs/requirements.md L9).
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_TARGET_INSTANCES_H
#define LAMBDA_CC_TARGET_INSTANCES_H

#include "Checked.h"
#include "CpuLevel.h"
#include "llvm/ADT/ArrayRef.h"
#include <optional>
#include <string>
#include <vector>

namespace lambdacc {

/// The families of one generation and one maker of CPUs. All have the same CPU: c6i, m6i, r6i.
struct Instances {
  llvm::StringLiteral generation; ///< "6i"
  llvm::StringLiteral families;   ///< all, separated by spaces: "c6i c6id c6in m6i …"
  CpuFloor floor;                 ///< of several kinds of hosts, the oldest
  Checked checked;
};

/// All rows, for each architecture from the oldest.
llvm::ArrayRef<Instances> instances();

/// The CPU that `name` stands for: a family, as c8g, an instance type, as c8g.xlarge, a CPU that some of the
/// instances have, as neoverse-v2, or x86-64-v3 or x86-64-v4. None for all others.
std::optional<CpuFloor> floorOfInstances(llvm::StringRef name);

/// The family of an instance type: "c8g" of "c8g.xlarge", also if it has no such size. "" if there is none.
llvm::StringRef familyOf(llvm::StringRef type);

/// A list of the families without their variants: "c5, … and c8g, and the same with m and r".
std::string familyNames();

/// The CPUs that can be named.
std::vector<std::string> instanceCpus();

} // namespace lambdacc

#endif
