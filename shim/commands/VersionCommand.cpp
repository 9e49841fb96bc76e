// lambda-cc --version: the version, the clang and ld.lld that the tools would run, the sources of the
// sysroots.
#include "Arguments.h"
#include "Print.h"
#include "Providers.h"
#include "Sysroot.h"
#include "Text.h"
#include "Version.h"
#include "llvm/ADT/StringExtras.h"

namespace lambdacc {

static std::string providerLine(llvm::StringRef role, llvm::Expected<Program> program) {
  if (!program)
    consumeError(program.takeError());
  std::string args = program ? llvm::join(program->prefix, " ") : "";
  return text("{}: {}{}{}", {role, program ? program->path : "none", args.empty() ? "" : " ", args});
}

static std::string sysrootLine(const Target &target, llvm::StringRef executable, llvm::vfs::FileSystem &fs) {
  llvm::Expected<std::string> sysroot = findSysroot(target, executable, fs);
  if (!sysroot) {
    consumeError(sysroot.takeError());
    return text("{}: not installed", {target.triple});
  }
  std::optional<SysrootRecord> record = recordOf(*sysroot, fs);
  return text("{}: {}", {target.triple, record ? llvm::join(record->sources, ", ") : "unknown"});
}

static llvm::Expected<int> version(const Session &session, const Arguments &) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  const Settings &settings = session.settings;
  Places places = {settings.path, *fs, settings.executable};
  llvm::StringRef commit = LAMBDA_CC_COMMIT;
  std::vector<std::string> lines = {
      text("lambda-cc {}{}", {LAMBDA_CC_VERSION, commit.empty() ? "" : text(" ({})", {commit})}),
      providerLine("clang", findClang(places, settings.clang)),
      providerLine("ld.lld", findLinker(places, settings.lld, /*rustLibraries=*/{}, /*preferRust=*/false))};
  for (const Target &target : targets())
    lines.push_back(sysrootLine(target, settings.executable, *fs));
  printLines(lines);
  return 0;
}

const Subcommand versionCommand = {.name = "--version",
                                   .help = "print the version, and the clang, ld.lld and sysroots in use",
                                   .run = version};

} // namespace lambdacc
