#include "Doctor.h"
#include "Checks.h"
#include "RustSysroot.h"

using llvm::StringRef;

namespace lambdacc {

static void findRust(Examination &on) {
  llvm::Expected<std::string> sysroot = sysrootOfRust(on.patient.settings.path);
  if (!sysroot)
    handleAllErrors(sysroot.takeError(), [&](const Failure &failure) {
      on.rustFailure = failure.evidence;
      on.rustFailure.insert(on.rustFailure.begin(), failure.headline);
    });
  else if (!sysroot->empty())
    on.rustLibraries = under(*sysroot, {"lib", "rustlib"});
}

std::vector<Finding> examine(const Patient &patient) {
  static constexpr struct {
    llvm::StringLiteral name;
    void (*look)(Examination &on);
  } checks[] = {
      {"sysroots", checkSysroots}, {"clang", checkClang},       {"linker", checkLinker},
      {"archiver", checkArchiver}, {"host", checkHostCompiler}, {"rust", checkRust},
      {"others", checkOthers},     {"names", checkNames},       {"variables", checkVariables},
      {"cargo", checkConfig},
  };
  Examination on{.patient = patient, .check = ""};
  findRust(on);
  readConfigs(on);
  for (const auto &row : checks) {
    on.check = row.name;
    row.look(on);
  }
  return std::move(on.findings);
}

} // namespace lambdacc
