#include "JudgeRuntime.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"

namespace lambdacc {

static bool fitsMachine(const Target &target, const Runtime &runtime) {
  return !runtime.cpu || runtime.cpu->arch == target.arch;
}

bool fits(const Target &target, const Runtime &runtime) {
  return fitsMachine(target, runtime) && !(target.isGlibc() && runtime.listing == Listing::Musl);
}

std::optional<Finding> judgeRuntime(const Target &target, const Runtime &runtime) {
  if (fits(target, runtime))
    return std::nullopt;
  // Only one of the two differs: Managed Instances have a glibc.
  bool ofMachine = !fitsMachine(target, runtime);
  const Target *other = llvm::find_if(targets(), [&](const Target &each) {
    return fits(each, runtime) && (ofMachine ? each.libc == target.libc : each.arch == target.arch);
  });
  std::string why = ofMachine ? text("LAMBDA_CC_RUNTIME is {}, and these instances are {}",
                                     {runtime.name, architectureName(machineFor(runtime.cpu->arch))})
                              : text("LAMBDA_CC_RUNTIME is {}, which has musl and no glibc", {runtime.name});
  return Finding{Finding::Error,
                 "runtime",
                 text("a program for {} does not run on {}", {target.triple, runtime.name}),
                 {std::move(why), text("build for {}, or set LAMBDA_CC_RUNTIME to where this program runs",
                                       {other->triple})}};
}

} // namespace lambdacc
