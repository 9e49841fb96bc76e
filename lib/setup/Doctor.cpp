#include "Doctor.h"
#include "Checks.h"
#include "Run.h"

using llvm::StringRef;

namespace lambdacc {

static void askRust(Examination &on) {
  std::string rustc = onPath(on, "rustc");
  if (rustc.empty())
    return;
  llvm::Expected<std::string> sysroot = outputOf(rustc, {rustc, "--print", "sysroot"});
  if (sysroot)
    on.rustLibraries = under(StringRef(*sysroot).trim(), {"lib", "rustlib"});
  else
    handleAllErrors(sysroot.takeError(), [&](const Failure &failure) {
      on.rustFailure = failure.evidence;
      on.rustFailure.insert(on.rustFailure.begin(), failure.headline);
    });
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
  askRust(on);
  for (const auto &row : checks) {
    on.check = row.name;
    row.look(on);
  }
  return std::move(on.findings);
}

} // namespace lambdacc
