#include "Doctor.h"
#include "Checks.h"
#include "PathSearch.h"
#include "RustSysroot.h"

using llvm::StringRef;

namespace lambdacc {

void findRust(CheckContext &context) {
  llvm::Expected<std::string> sysroot = sysrootOfRust(context.setup.settings.path);
  if (!sysroot)
    handleAllErrors(sysroot.takeError(), [&](const Failure &failure) {
      context.rustFailure = failure.evidence;
      context.rustFailure.insert(context.rustFailure.begin(), failure.headline);
    });
  else if (!sysroot->empty())
    context.rustLibraries = joinPath(*sysroot, {"lib", "rustlib"}).str();
}

std::vector<Finding> checkSetup(const Setup &setup) {
  static constexpr struct {
    llvm::StringLiteral name;
    void (*run)(CheckContext &context);
  } checks[] = {
      // clang-format off
      {"sysroots", checkSysroots},
      {"libraries", checkInstalledLibraries},
      {"llvm", checkBundled},
      {"clang", checkClang},
      {"gcc", checkGcc},
      {"linker", checkLinker},
      {"archiver", checkArchiver},
      {"host", checkHostCompiler},
      {"rust", checkRust},
      {"downloads", checkDownloads},
      {"others", checkOthers},
      {"names", checkNames},
      {"first-cargo", checkCargoOfPath},
      {"variables", checkVariables},
      {"cargo", checkConfig},
      // clang-format on
  };
  CheckContext context{.setup = setup, .check = ""};
  findRust(context);
  readConfigs(context);
  llvm::Expected<std::optional<Runtime>> runtime =
      runtimeOf({.glibc = "", .runtime = context.variableOfBuildScripts("LAMBDA_CC_RUNTIME").value});
  if (runtime)
    context.runtime = *runtime;
  else // checkVariables() reports it
    consumeError(runtime.takeError());
  for (const auto &row : checks) {
    context.check = row.name;
    row.run(context);
  }
  return std::move(context.findings);
}

} // namespace lambdacc
