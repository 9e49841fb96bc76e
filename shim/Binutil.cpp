// The tools that need no translation: LLVM's read GNU's options and every machine's files. They are run, not
// linked in: an archiver must read bitcode as new as the clang that is found, and ours would be as old as we
// are.
#include "Failure.h"
#include "Print.h"
#include "ResponseFile.h"
#include "Sysroot.h"
#include "Tools.h"

using llvm::StringRef;

namespace lambdacc {

static bool isDryRun(const Session &session) {
  return llvm::any_of(session.argv, [](StringRef word) { return word == "-###"; });
}

int binutil(const Tool &tool, const Session &session) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  llvm::Expected<Program> program = findBinutil({session.settings.path, *fs}, tool.program);
  if (!program)
    return report(session.prog, program.takeError());
  // GNU's reads response files, as all of LLVM's do but this one (callers.md G21).
  CallerWords words;
  if (tool.program != "llvm-ranlib")
    words.list.assign(session.argv.begin(), session.argv.end());
  else if (llvm::Error error = words.read(session.argv, *fs))
    return report(session.prog, std::move(error));
  return carryOut(session, planBinutil(words.list, *program), isDryRun(session));
}

int pkgConfig(const Tool &, const Session &session) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  llvm::Expected<std::string> sysroot = findSysroot(session.target(), session.settings.executable, *fs);
  if (!sysroot)
    return report(session.prog, sysroot.takeError());
  llvm::Expected<Program> program = findPkgConfig({session.settings.path, *fs});
  if (!program)
    return report(session.prog, program.takeError());
  return carryOut(session, planPkgConfig(session.argv, *program, *sysroot, session.packages),
                  isDryRun(session));
}

} // namespace lambdacc
