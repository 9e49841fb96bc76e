#include "JudgeRuntime.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"

namespace lambdacc {

bool fits(const Target &target, const Runtime &runtime) {
  bool hasMachine = !runtime.cpu || runtime.cpu->arch == target.arch;
  bool hasLibc = !target.isGlibc() || runtime.listing != Listing::Musl;
  return hasMachine && hasLibc;
}

// Managed Instances have a glibc, and an image can be for each machine. So only one of the two differs.
static std::string whyNot(const Runtime &runtime) {
  if (!runtime.cpu)
    return text("LAMBDA_CC_RUNTIME is {}, which has musl and no glibc", {runtime.name});
  return text("LAMBDA_CC_RUNTIME is {}, and these instances are {}",
              {runtime.name, architectureName(machineFor(runtime.cpu->arch))});
}

std::optional<Finding> judgeRuntime(const Target &target, const Runtime &runtime) {
  if (fits(target, runtime))
    return std::nullopt;
  const Target *other = llvm::find_if(targets(), [&](const Target &each) {
    return fits(each, runtime) && (runtime.cpu ? each.libc == target.libc : each.arch == target.arch);
  });
  return Finding{Finding::Error,
                 "runtime",
                 text("a program for {} does not run on {}", {target.triple, runtime.name}),
                 {whyNot(runtime), text("build for {}, or set LAMBDA_CC_RUNTIME to where this program runs",
                                        {other->triple})}};
}

} // namespace lambdacc
