// The tools that need no translation: LLVM's read GNU's options, and files of every machine. They are run,
// not linked in, because an archiver must read bitcode of the clang that is found. One that is linked in
// would be as old as lambda-cc.
#include "CarryOut.h"
#include "Failure.h"
#include "LibraryAdvice.h"
#include "Print.h"
#include "ResponseFile.h"
#include "Sysroot.h"
#include "Tools.h"
#include "Trail.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace lambdacc {

bool isDryRun(const Session &session) {
  return llvm::any_of(session.argv, [](StringRef arg) { return arg == "-###"; });
}

int binutil(const Tool &tool, const Session &session) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  llvm::Expected<Program> program =
      findBinutil({session.settings.path, *fs, session.settings.executable}, tool.program);
  if (!program)
    return report(session.prog, program.takeError());
  // llvm-ranlib is LLVM's only binutil that does not read response files. GNU's does (requirements.md G21).
  ExpandedArgs expanded;
  if (tool.program != "llvm-ranlib")
    expanded.argv.assign(session.argv.begin(), session.argv.end());
  else if (llvm::Error error = expanded.expand(session.argv, *fs))
    return report(session.prog, std::move(error));
  return carryOut(session, planBinutil(expanded.argv, *program), isDryRun(session));
}

//===- pkg-config -----------------------------------------------------------===//

// The packages among pkg-config's arguments, without versions: "zlib >= 1.2" may be one argument or three.
static std::vector<StringRef> packagesIn(llvm::ArrayRef<const char *> argv) {
  std::vector<StringRef> packages;
  bool isVersion = false;
  for (StringRef arg : argv) {
    for (StringRef part : llvm::split(arg, ' ')) {
      bool isOperator = part.find_first_not_of("<>=!") == StringRef::npos;
      if (!isVersion && !isOperator && !part.starts_with("-"))
        packages.push_back(part);
      isVersion = !part.empty() && isOperator;
    }
  }
  return packages;
}

// Whether the caller only queries if a package exists, and wants no error message.
static bool isQuiet(llvm::ArrayRef<const char *> argv) {
  auto has = [&](StringRef option) { return llvm::is_contained(argv, option); };
  return has("--silence-errors") || (has("--exists") && !has("--print-errors") && !has("--errors-to-stdout"));
}

// Adds advice to a failed pkg-config. The build scripts of openssl-sys, libudev-sys and twenty others stop
// there, and never run a linker.
static int advise(const Session &session, int status) {
  if (status == 0 || isQuiet(session.argv))
    return status;
  std::vector<std::string> lines;
  for (StringRef package : packagesIn(session.argv))
    llvm::append_range(lines, cureFor(libraryOfPackage(package)));
  printAdvice(lines);
  return status;
}

int pkgConfig(const Tool &, const Session &session) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  llvm::Expected<std::string> sysroot = findSysroot(session.target(), session.settings.executable, *fs);
  if (!sysroot)
    return report(session.prog, sysroot.takeError());
  llvm::Expected<Program> program = findPkgConfig({session.settings.path, *fs, session.settings.executable});
  if (!program)
    return advise(session, report(session.prog, program.takeError()));
  llvm::Expected<Plan> plan = planPkgConfig(session.argv, *program, *sysroot, session.packages);
  if (std::optional<int> status = printIfShown(session, plan, isDryRun(session)))
    return *status;
  if (llvm::Error error = passOnTrail(session, plan->command))
    return report(session.prog, std::move(error));
  return advise(session, waitFor(session, plan->command));
}

} // namespace lambdacc
