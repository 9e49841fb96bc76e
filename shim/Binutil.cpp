// The tools that need no translation: LLVM's read GNU's options, and files of every machine. They are run,
// not linked in, because an archiver must read bitcode of the clang that is found. One that is linked in
// would be as old as lambda-cc.
#include "CarryOut.h"
#include "Print.h"
#include "ResponseFile.h"
#include "Tools.h"
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

} // namespace lambdacc
