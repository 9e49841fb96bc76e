// lambda-cc --version: the version, the clang and ld.lld that the tools would run, the sources of the
// sysroots and of the libraries.
#include "Bundled.h"
#include "Formats.h"
#include "Print.h"
#include "Providers.h"
#include "Sysroot.h"
#include "Text.h"
#include "Version.h"
#include "llvm/ADT/StringExtras.h"

namespace lambdacc {

static std::string providerLine(llvm::StringRef role, llvm::Expected<Program> program,
                                const std::optional<Bundled> &bundled) {
  if (!program)
    return text("{}: {}", {role, toString(program.takeError())});
  std::string args = llvm::join(program->prefix, " ");
  std::string version =
      bundled && program->path == bundled->program ? text(", LLVM {} of lambda-cc", {bundled->version}) : "";
  return text("{}: {}{}{}{}", {role, program->path, args.empty() ? "" : " ", args, version});
}

static std::optional<Bundled> bundledLlvm(const Places &places) {
  llvm::Expected<std::optional<Bundled>> bundled = findBundled(places);
  if (bundled)
    return *bundled;
  consumeError(bundled.takeError()); // `doctor` reports it
  return std::nullopt;
}

// The versions in a sysroot, or a folder of libraries.
static std::string sourcesIn(llvm::StringRef folder, llvm::vfs::FileSystem &fs) {
  std::optional<SysrootRecord> record = recordOf(folder, fs);
  return record ? llvm::join(record->sources, ", ") : "unknown";
}

// The line of what a sysroot or a folder of libraries is made of; "" if there is none.
static std::string madeOfLine(llvm::StringRef what, llvm::Expected<std::string> folder,
                              llvm::vfs::FileSystem &fs) {
  if (!folder) {
    consumeError(folder.takeError()); // `doctor` reports it
    return text("{}: can't be read", {what});
  }
  return folder->empty() ? "" : text("{}: {}", {what, sourcesIn(*folder, fs)});
}

std::string versionAndCommit() {
  llvm::StringRef commit = LAMBDA_CC_COMMIT;
  return text("{}{}", {LAMBDA_CC_VERSION, commit.empty() ? "" : text(" ({})", {commit})});
}

static llvm::Expected<int> version(const Session &session, const Arguments &) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  const Settings &settings = session.settings;
  Places places = {settings.path, *fs, settings.executable};
  std::optional<Bundled> bundled = bundledLlvm(places);
  std::vector<std::string> lines = {"lambda-cc " + versionAndCommit(),
                                    providerLine("clang", findClang(places, settings.clang), bundled)};
  for (const auto &[role, gcc] : gccsOfMachines(places, settings.gcc))
    lines.push_back(text("{}: {}", {role, gcc ? gcc->path : "none"}));
  lines.push_back(providerLine(
      "ld.lld", findLinker(places, settings.lld, /*rustLibraries=*/{}, /*preferRust=*/false), bundled));
  for (const Target &target : targets()) {
    std::string line = madeOfLine(target.triple, findInstalledSysroot(target, settings.executable, *fs), *fs);
    lines.push_back(line.empty() ? text("{}: not installed", {target.triple}) : line);
  }
  for (const Target &target : targets())
    if (std::string line = madeOfLine(text("libraries for {}", {target.triple}),
                                      findLibraries(target, settings.executable, *fs), *fs);
        !line.empty())
      lines.push_back(line);
  printLines(lines);
  return 0;
}

const Subcommand versionCommand = {
    .name = "--version",
    .help = "print the version, and the clang, ld.lld, sysroots and libraries in use",
    .run = version};

} // namespace lambdacc
